#include <algorithm>
#include <utility>

#include <usagekit/billing/metric_id.hpp>

#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::billing {

namespace {

char upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

/// `api_calls` becomes `apiCalls`; underscores at the beginning and the end stay.
std::string camel_case(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool joins = name[i] == '_' && !out.empty() && i + 1 < name.size() && is_letter_or_digit(name[i + 1]);
        out += joins ? upper(name[++i]) : name[i];
    }
    return out;
}

/// Does a word begin here? `apiCalls` at C, `HTTPCalls` at C.
bool begins_word(std::string_view name, std::size_t i) {
    if (i == 0 || !is_upper(name[i])) return false;
    return !is_upper(name[i - 1]) || (i + 1 < name.size() && is_lower(name[i + 1]));
}

}  // namespace

MetricId::MetricId(std::string name) : name_(std::move(name)), json_name_(camel_case(name_)) {}

std::string MetricId::query_name() const {
    if (name_.find('_') != std::string::npos) return name_;
    std::string out;
    for (std::size_t i = 0; i < name_.size(); ++i) {
        if (begins_word(name_, i)) out += '_';
        out += name_[i];
    }
    return lowered(out);
}

}  // namespace USAGEKIT_NAMESPACE::billing
