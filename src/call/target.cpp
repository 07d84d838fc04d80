#include "call/target.hpp"

#include "core/percent.hpp"
#include "core/refusal.hpp"
#include "core/text.hpp"
#include "wire/codec.hpp"

namespace USAGEKIT_NAMESPACE::call {

Target&& Target::literal(std::string_view path) && {
    path_ += path;
    return std::move(*this);
}

Target&& Target::segment(std::string_view what, std::string_view value) && {
    path_ += '/';
    percent_encode(path_, value);
    if (!value.empty() && value != "." && value != "..") return std::move(*this);
    return std::move(*this).refuse(
        usagekit::refusal(concat("the ", what, " is ", value.empty() ? "empty" : in_quotes(value)),
                          concat("give the ", what, " as the service shows it")));
}

Target&& Target::query(std::string_view query) && {
    query_ = query;
    return std::move(*this);
}

Target&& Target::json(std::string body) && {
    body_ = std::move(body);
    if (wire::is_utf8(body_)) return std::move(*this);
    return std::move(*this).refuse(
        usagekit::refusal("a text of the request is not UTF-8, which JSON must be", "give texts in UTF-8"));
}

Target&& Target::with_idempotency_key() && {
    takes_idempotency_key_ = true;
    return std::move(*this);
}

void Target::refuse(std::optional<Error> error) & {
    if (error && !refusal_) refusal_ = std::make_shared<const Error>(*std::move(error));
}

std::string Target::reference() const { return query_.empty() ? path_ : concat(path_, "?", query_); }

}  // namespace USAGEKIT_NAMESPACE::call
