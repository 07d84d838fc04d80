// expects: only a std::optional member needs required\(\)
#include <cstdint>
#include <optional>

#include "wire/field.hpp"

namespace usagekit {

struct Window {
    std::int64_t limit = 0;
    std::optional<std::int64_t> used{};
};

template <>
inline constexpr auto wire::fields<Window> = Table{
#ifndef MISTAKE
    field("limit", &Window::limit),
    required(field("used", &Window::used)),
#else
    required(field("limit", &Window::limit)),
    field("used", &Window::used),
#endif
};

}  // namespace usagekit
