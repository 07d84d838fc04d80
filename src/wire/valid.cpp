#include "wire/valid.hpp"

#include <simdjson.h>

#include "core/number.hpp"
#include "wire/codec.hpp"

namespace USAGEKIT_NAMESPACE::wire {

bool is_json_number(std::string_view token) { return !has_leading_zero(token) && has_form_of_decimal(token); }

bool is_utf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

}  // namespace USAGEKIT_NAMESPACE::wire
