// expects: the table of this model lists the members of another one
#include <cstdint>

#include "wire/model.hpp"

namespace usagekit {

struct Window {
    std::int64_t limit = 0;
};

#ifdef MISTAKE
struct Wider : Window {
    std::int64_t used = 0;
};

template <>
inline constexpr auto wire::fields<Wider> = Table{
    field("limit", &Wider::limit),
};

template Result<Wider> wire::decode(std::string&, const DecodeOptions&);
#else
template <>
inline constexpr auto wire::fields<Window> = Table{
    field("limit", &Window::limit),
};

template Result<Window> wire::decode(std::string&, const DecodeOptions&);
#endif

}  // namespace usagekit
