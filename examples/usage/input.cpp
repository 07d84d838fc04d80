#include "input.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

#include "errors.hpp"
#include "file_descriptor.hpp"

namespace tool {

namespace {

usagekit::Error last_error() { return refusal(std::generic_category().message(errno)); }

}  // namespace

usagekit::Result<std::string> read_file(const std::filesystem::path& file) {
    const FileDescriptor opened{open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!opened) return last_error();
    std::string text;
    for (std::array<char, 4096> part{};;) {
        const auto size = read(opened.get(), part.data(), part.size());
        if (size < 0) return last_error();
        if (size == 0) return text;
        text.append(part.data(), static_cast<std::size_t>(size));
    }
}

}  // namespace tool
