#include "token.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "errors.hpp"
#include "file_descriptor.hpp"

namespace tool {

namespace {

usagekit::Error unreadable() {
    return refusal(
        std::string("the file that it names cannot be read: ").append(std::generic_category().message(errno)));
}

/// What is to be corrected before the file is read.
Result<void> check_is_ours_alone(const struct stat& status, const std::filesystem::path& file) {
    if (!S_ISREG(status.st_mode)) return refusal("what it names is no plain file");
    const bool is_ours = status.st_uid == geteuid() || status.st_uid == 0;
    if (!is_ours) return refusal("the file that it names belongs to somebody else");
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) == 0) return usagekit::success();
    return refusal("others than its owner may open the file that it names",
                   std::string("chmod 600 ").append(file.native()));
}

/// The first line of what stands in the page, which may be more than the file has.
Result<usagekit::Secret> first_line(std::string_view text, std::size_t page_size) {
    const auto end = text.find_first_of("\r\n");
    if (end == 0 || text.empty()) {
        return refusal("the first line of the file that it names is empty", "write the token into it");
    }
    if (end == std::string_view::npos && text.size() == page_size) {
        return refusal("the first line of the file that it names is too long for a token");
    }
    return usagekit::Secret{text.substr(0, end)};
}

/// What the environment has under that name, or in a word why it has nothing.
Result<usagekit::Secret> in_environment(const std::string& variable, std::string called, std::string advice) {
    const char* value = std::getenv(variable.c_str());
    if (value == nullptr) return refusal(called.append(" is not set"), std::move(advice));
    if (*value == '\0') return refusal(called.append(" is empty"), std::move(advice));
    return usagekit::Secret{value};
}

}  // namespace

Result<usagekit::Secret> usual_token(const Provider& provider) {
    const auto& name = provider.token_variable;
    return in_environment(name, std::string("the environment variable ").append(name),
                          std::string("set ").append(name).append(" to ").append(provider.token_meaning));
}

Result<usagekit::Secret> token_in_variable(const std::string& variable) {
    return in_environment(variable, "the environment variable that it names", "set that to the token");
}

Result<usagekit::Secret> token_in_file(const std::filesystem::path& file) {
    const FileDescriptor opened{open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};  // a FIFO must not block
    struct stat status {};
    if (!opened || fstat(opened.get(), &status) != 0) return unreadable();
    if (const auto checked = check_is_ours_alone(status, file); !checked) return checked.error();
    std::array<char, 4096> page{};
    const auto size = read(opened.get(), page.data(), page.size());
    if (size < 0) return unreadable();
    auto token = first_line({page.data(), static_cast<std::size_t>(size)}, page.size());
    page.fill('\0');
    return token;
}

}  // namespace tool
