#include "progress_line.hpp"

#include <string>
#include <unistd.h>

#include "output.hpp"

namespace tool {

void draw_progress(std::size_t ended, std::size_t all) {
    std::string line = "\r\x1b[K";
    if (ended < all) {
        line.append("asked ").append(std::to_string(all)).append(" profiles, ");
        line.append(std::to_string(ended)).append(" answered");
    }
    static_cast<void>(write_all(STDERR_FILENO, line));  // nobody waits for it
}

}  // namespace tool
