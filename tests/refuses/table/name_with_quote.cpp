// expects: the_name_of_a_field_is_empty_or_needs_escaping
#include <cstdint>

#include "wire/field.hpp"

namespace usagekit {

struct Window {
    std::int64_t limit = 0;
};

template <>
inline constexpr auto wire::fields<Window> = Table{
#ifndef MISTAKE
    field("limit", &Window::limit),
#else
    field("a\"limit", &Window::limit),
#endif
};

}  // namespace usagekit
