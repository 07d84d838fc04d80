// expects: more than 64 members: split the model
#include <cstdint>

#include "wire/field.hpp"

#define EIGHT(what, n) what(n##0), what(n##1), what(n##2), what(n##3), what(n##4), what(n##5), what(n##6), what(n##7)
#define ALL_64(what)                                                                                                \
    EIGHT(what, 0), EIGHT(what, 1), EIGHT(what, 2), EIGHT(what, 3), EIGHT(what, 4), EIGHT(what, 5), EIGHT(what, 6), \
        EIGHT(what, 7)
#define MEMBER(n) member##n
#define ROW(n) field(#n, &Window::member##n)

namespace usagekit {

struct Window {
    std::int64_t ALL_64(MEMBER);
#ifdef MISTAKE
    std::int64_t one_more;
#endif
};

template <>
inline constexpr auto wire::fields<Window> = Table{
    ALL_64(ROW),
#ifdef MISTAKE
    field("one_more", &Window::one_more),
#endif
};

}  // namespace usagekit
