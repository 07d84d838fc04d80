#pragma once

#include <cstdlib>

namespace examples {

/// Does whoever runs the program want no colours, wherever its output goes (https://no-color.org)?
inline bool are_colours_declined() {
    const char* declined = std::getenv("NO_COLOR");
    return declined != nullptr && *declined != '\0';
}

}  // namespace examples
