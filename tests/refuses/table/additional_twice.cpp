// expects: a model can have one additional\(\) row
#include <cstdint>

#include <usagekit/map.hpp>

#include "wire/field.hpp"

namespace usagekit {

struct Window {
    Map<std::int64_t> limits{};
    Map<std::int64_t> others{};
};

template <>
inline constexpr auto wire::fields<Window> = Table{
#ifndef MISTAKE
    field("limits", &Window::limits),
#else
    additional(&Window::limits),
#endif
    additional(&Window::others),
};

}  // namespace usagekit
