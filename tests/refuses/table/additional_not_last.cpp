// expects: additional\(\) must be the last row
#include <cstdint>

#include <usagekit/map.hpp>

#include "wire/field.hpp"

namespace usagekit {

struct Window {
    std::int64_t limit = 0;
    Map<std::int64_t> others{};
};

template <>
inline constexpr auto wire::fields<Window> = Table{
#ifndef MISTAKE
    field("limit", &Window::limit),
    additional(&Window::others),
#else
    additional(&Window::others),
    field("limit", &Window::limit),
#endif
};

}  // namespace usagekit
