// expects: all rows must be of the same model
#include <cstdint>

#include "wire/field.hpp"

namespace usagekit {

struct Window {
    std::int64_t limit = 0;
    std::int64_t used = 0;
};

struct Other {
    std::int64_t used = 0;
};

template <>
inline constexpr auto wire::fields<Window> = Table{
    field("limit", &Window::limit),
#ifndef MISTAKE
    field("used", &Window::used),
#else
    field("used", &Other::used),
#endif
};

}  // namespace usagekit
