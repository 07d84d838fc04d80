// expects: a label names a value of an enumeration
#include "wire/label.hpp"

namespace usagekit::wire {

enum class Colour { red };

#ifndef MISTAKE
inline constexpr auto red = label("RED", Colour::red);
#else
inline constexpr auto red = label("RED", 1);
#endif

}  // namespace usagekit::wire
