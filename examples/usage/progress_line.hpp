#pragma once

#include <cstddef>

namespace tool {

/// Draws on the terminal how many have ended, in a line that goes when all have.
void draw_progress(std::size_t ended, std::size_t all);

}  // namespace tool
