// expects: as_text\(\) is for members of type Decimal
#include <cstdint>

#include <usagekit/decimal.hpp>

#include "wire/field.hpp"

namespace usagekit {

struct Window {
    std::int64_t limit = 0;
    Decimal cost{};
};

template <>
inline constexpr auto wire::fields<Window> = Table{
#ifndef MISTAKE
    field("limit", &Window::limit),
    as_text(field("cost", &Window::cost)),
#else
    as_text(field("limit", &Window::limit)),
    field("cost", &Window::cost),
#endif
};

}  // namespace usagekit
