#include "output.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exit_codes.hpp"
#include "file_descriptor.hpp"
#include "printable.hpp"

namespace tool {

namespace {

namespace fs = std::filesystem;

std::error_code last_error() { return {errno, std::generic_category()}; }

/// What `open` would give a new file.
mode_t usual_mode() {
    const mode_t mask = umask(0);
    umask(mask);
    return 0666U & ~mask;
}

std::error_code write_in_place(const fs::path& file, std::string_view text) {
    const FileDescriptor opened{open(file.c_str(), O_WRONLY | O_CLOEXEC)};
    return opened ? write_all(opened.get(), text) : last_error();
}

/// That of the file that is there, or the usual one.
mode_t mode_for(const fs::path& file) {
    struct stat status {};
    return stat(file.c_str(), &status) == 0 ? status.st_mode & 07777U : usual_mode();
}

std::error_code fill_and_rename(const FileDescriptor& opened, const fs::path& temporary, const fs::path& file,
                                std::string_view text) {
    if (const auto error = write_all(opened.get(), text)) return error;
    if (fchmod(opened.get(), mode_for(file)) != 0) return last_error();
    std::error_code error;
    fs::rename(temporary, file, error);
    return error;
}

std::error_code replace(const fs::path& file, std::string_view text) {
    std::string temporary = fs::path(file).concat(".XXXXXX").native();
    const FileDescriptor opened{mkstemp(temporary.data())};
    if (!opened) return last_error();
    const auto error = fill_and_rename(opened, temporary, file, text);
    if (error) unlink(temporary.c_str());
    return error;
}

/// What cannot take anything now will later, when its reader has read. An interrupted wait ends too early, which does
/// no harm.
void wait_until_writable(int descriptor) {
    pollfd waited{.fd = descriptor, .events = POLLOUT, .revents = 0};
    static_cast<void>(poll(&waited, 1, -1));
}

}  // namespace

std::error_code write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto written = write(descriptor, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            wait_until_writable(descriptor);
        } else if (errno != EINTR) {
            return last_error();
        }
    }
    return {};
}

std::error_code write_file(const fs::path& file, std::string_view text) {
    std::error_code error;
    const auto kind = fs::status(file, error).type();
    if (kind != fs::file_type::not_found && kind != fs::file_type::regular) return write_in_place(file, text);
    const auto target = fs::weakly_canonical(file, error);  // of a symbolic link, what it leads to is replaced
    return error ? error : replace(target, text);
}

bool is_terminal(int descriptor) {
    const char* kind = std::getenv("TERM");
    return isatty(descriptor) == 1 && (kind == nullptr || std::string_view(kind) != "dumb");
}

int deliver(const fs::path& file, std::string_view text) {
    const auto error = file.empty() ? write_all(STDOUT_FILENO, text) : write_file(file, text);
    if (!error) return 0;
    if (error == std::errc::broken_pipe) return exit_codes::reader_gone;
    complain(file.empty() ? "standard output" : file.native(), error.message());
    return exit_codes::not_written;
}

void complain(std::string_view label, std::string_view message) {
    std::string line = examples::printable(label);
    line.append(label.empty() ? "" : ": ").append(examples::printable(message)).append("\n");
    static_cast<void>(write_all(STDERR_FILENO, line));  // there is nobody else to tell
}

}  // namespace tool
