#pragma once

#include <stdexcept>
#include <string_view>

#include <usagekit/time.hpp>

#include "core/number.hpp"
#include "core/time_text.hpp"

// Values that the models want and JSON libraries do not have.

namespace checked {

inline void require(bool fits) {
    if (!fits) throw std::invalid_argument("not the documented JSON");
}

inline usagekit::Decimal decimal(std::string_view text) {
    require(usagekit::is_decimal(text));
    return usagekit::decimal_from_checked(std::string(text));
}

inline void read(std::string_view text, usagekit::Timestamp& out) { require(usagekit::read_timestamp(text, out)); }
inline void read(std::string_view text, usagekit::Date& out) { require(usagekit::read_date(text, out)); }

}  // namespace checked
