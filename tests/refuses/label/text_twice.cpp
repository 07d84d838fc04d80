// expects: a_label_stands_twice_in_the_table
#include "wire/label.hpp"

namespace usagekit {

enum class Colour { red, blue };

template <>
inline constexpr auto wire::labels<Colour> = Labels{
    label("RED", Colour::red),
#ifndef MISTAKE
    label("BLUE", Colour::blue),
#else
    label("RED", Colour::blue),
#endif
};

}  // namespace usagekit
