#include "wire/valid.hpp"

#include <simdjson.h>

#include "core/number.hpp"
#include "core/text.hpp"
#include "wire/codec.hpp"

namespace usagekit::wire {

bool is_json_number(std::string_view token) {
    const auto figures = token.substr(token.starts_with('-') ? 1 : 0);
    const bool has_leading_zero = figures.size() > 1 && figures[0] == '0' && is_digit(figures[1]);
    return !has_leading_zero && has_form_of_decimal(token);
}

bool is_utf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

}  // namespace usagekit::wire
