// expects: a_member_stands_twice_in_the_table
#include <cstdint>

#include "wire/field.hpp"

namespace usagekit {

struct Window {
    std::int64_t limit = 0;
    std::int64_t used = 0;
};

template <>
inline constexpr auto wire::fields<Window> = Table{
    field("limit", &Window::limit),
#ifndef MISTAKE
    field("used", &Window::used),
#else
    field("used", &Window::limit),
#endif
};

}  // namespace usagekit
