// expects: a model needs wire::fields<Model>
#include <cstdint>

#include "wire/model.hpp"

namespace usagekit {

struct Window {
    std::int64_t limit = 0;
};

#ifndef MISTAKE
template <>
inline constexpr auto wire::fields<Window> = Table{
    field("limit", &Window::limit),
};
#endif

template struct wire::Codec<Window>;

}  // namespace usagekit
