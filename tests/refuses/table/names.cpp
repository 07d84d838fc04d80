// MISTAKE empty with_quote with_backslash not_ascii: the_name_of_a_field_is_empty_or_needs_escaping
// MISTAKE twice: a_name_stands_twice_in_the_table
#include <cstdint>

#include "wire/field.hpp"

namespace usagekit {

struct Window {
    std::int64_t limit = 0;
    std::int64_t used = 0;
};

#if defined(MISTAKE_empty)
constexpr auto name = "";
#elif defined(MISTAKE_with_quote)
constexpr auto name = "a\"used";
#elif defined(MISTAKE_with_backslash)
constexpr auto name = "the\\used";
#elif defined(MISTAKE_not_ascii)
constexpr auto name = "us\u00E9";
#elif defined(MISTAKE_twice)
constexpr auto name = "limit";
#else
constexpr auto name = "used";
#endif

template <>
inline constexpr auto wire::fields<Window> = Table{
    field("limit", &Window::limit),
    field(name, &Window::used),
};

}  // namespace usagekit
