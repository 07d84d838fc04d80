// expects: an optional of an optional cannot be told apart in JSON
#include <cstdint>
#include <optional>

#include "wire/model.hpp"

namespace usagekit {

struct Window {
#ifndef MISTAKE
    std::optional<std::int64_t> limit{};
#else
    std::optional<std::optional<std::int64_t>> limit{};
#endif
};

template <>
inline constexpr auto wire::fields<Window> = Table{
    field("limit", &Window::limit),
};

template struct wire::Codec<Window>;

}  // namespace usagekit
