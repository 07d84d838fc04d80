// MISTAKE text_twice: a_label_stands_twice_in_the_table
// MISTAKE enumerator_twice: an_enumerator_stands_twice_in_the_table
// MISTAKE without_enumeration: a label names a value of an enumeration
#include "wire/label.hpp"

namespace usagekit {

enum class Colour { red, blue };

#if defined(MISTAKE_text_twice)
constexpr auto second = wire::label("RED", Colour::blue);
#elif defined(MISTAKE_enumerator_twice)
constexpr auto second = wire::label("BLUE", Colour::red);
#elif defined(MISTAKE_without_enumeration)
constexpr auto second = wire::label("BLUE", 1);
#else
constexpr auto second = wire::label("BLUE", Colour::blue);
#endif

template <>
inline constexpr auto wire::labels<Colour> = Labels{
    label("RED", Colour::red),
    second,
};

}  // namespace usagekit
