// expects: the table must list every data member of the model
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
#endif
};

}  // namespace usagekit
