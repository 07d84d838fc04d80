// MISTAKE left_out: the table must list every data member of the model
// MISTAKE twice: a_member_stands_twice_in_the_table
// MISTAKE of_another_model: all rows must be of the same model
// MISTAKE too_many: more than 64 members: split the model
#include <cstdint>

#include "wire/field.hpp"

namespace usagekit {

struct Parking {
    std::int64_t free = 0;
};

struct Seats {
    std::int64_t taken = 0;
    std::int64_t free = 0;
};

#if defined(MISTAKE_twice)
constexpr auto free_seats = &Seats::taken;
#elif defined(MISTAKE_of_another_model)
constexpr auto free_seats = &Parking::free;
#else
constexpr auto free_seats = &Seats::free;
#endif

template <>
inline constexpr auto wire::fields<Seats> = Table{
    field("taken", &Seats::taken),
#ifndef MISTAKE_left_out
    field("free", free_seats),
#endif
};

#define EIGHT(what, n) what(n##0), what(n##1), what(n##2), what(n##3), what(n##4), what(n##5), what(n##6), what(n##7)
#define ALL_64(what)                                                                                                \
    EIGHT(what, 0), EIGHT(what, 1), EIGHT(what, 2), EIGHT(what, 3), EIGHT(what, 4), EIGHT(what, 5), EIGHT(what, 6), \
        EIGHT(what, 7)
#define MEMBER(n) member##n
#define ROW(n) field(#n, &Large::member##n)

struct Large {
    std::int64_t ALL_64(MEMBER);
#ifdef MISTAKE_too_many
    std::int64_t one_more;
#endif
};

template <>
inline constexpr auto wire::fields<Large> = Table{
    ALL_64(ROW),
#ifdef MISTAKE_too_many
    field("one_more", &Large::one_more),
#endif
};

}  // namespace usagekit
