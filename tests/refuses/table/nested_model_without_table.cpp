// expects: a model needs wire::fields<Model>
#include <cstdint>

#include "wire/model.hpp"

namespace usagekit {

struct Inner {
    std::int64_t used = 0;
};

struct Window {
    Inner inner{};
};

#ifndef MISTAKE
template <>
inline constexpr auto wire::fields<Inner> = Table{
    field("used", &Inner::used),
};
#endif

template <>
inline constexpr auto wire::fields<Window> = Table{
    field("inner", &Window::inner),
};

template struct wire::Codec<Window>;

}  // namespace usagekit
