#include "call/target.hpp"

#include "core/percent.hpp"
#include "core/refusal.hpp"
#include "core/text.hpp"

namespace usagekit::call {

Target&& Target::literal(std::string_view path) && {
    path_ += path;
    return std::move(*this);
}

Target&& Target::segment(std::string_view what, std::string_view value) && {
    if ((value.empty() || value == "." || value == "..") && !refusal_) {
        refusal_ = usagekit::refusal(concat("the ", what, " is ", value.empty() ? "empty" : in_quotes(value)),
                                     concat("give the ", what, " as the service shows it"));
    }
    path_ += '/';
    percent_encode(path_, value);
    return std::move(*this);
}

Target&& Target::query(std::string_view query) && {
    query_ = query;
    return std::move(*this);
}

Target&& Target::json(std::string body) && {
    body_ = std::move(body);
    return std::move(*this);
}

std::string Target::reference() const { return query_.empty() ? path_ : concat(path_, "?", query_); }

}  // namespace usagekit::call
