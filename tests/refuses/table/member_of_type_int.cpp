// expects: a count is std::int64_t, an amount is Decimal
#include <cstdint>

#include "wire/model.hpp"

namespace usagekit {

struct Window {
#ifndef MISTAKE
    std::int64_t limit{};
#else
    int limit{};
#endif
};

template <>
inline constexpr auto wire::fields<Window> = Table{
    field("limit", &Window::limit),
};

template struct wire::Codec<Window>;

}  // namespace usagekit
