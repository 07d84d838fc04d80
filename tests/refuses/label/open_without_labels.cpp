// expects: an Open<Enum> needs wire::labels<Enum>
#include <usagekit/open_enum.hpp>

#include "wire/model.hpp"

namespace usagekit {

enum class Colour { red, blue };

#ifndef MISTAKE
template <>
inline constexpr auto wire::labels<Colour> = Labels{
    label("RED", Colour::red),
    label("BLUE", Colour::blue),
};
#endif

template Result<Open<Colour>> wire::decode(std::string&, const DecodeOptions&);

}  // namespace usagekit
