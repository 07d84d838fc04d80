#include "testing/files.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

namespace USAGEKIT_NAMESPACE::testing {

namespace fs = std::filesystem;

namespace {

std::string last_system_error() { return std::generic_category().message(errno != 0 ? errno : EIO); }

std::string write_content(const fs::path& file, std::string_view content) {
    errno = 0;
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    out.close();
    return out ? std::string() : last_system_error();
}

}  // namespace

std::vector<fs::path> json_files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".json" && entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::optional<std::string> content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in || !fs::is_regular_file(file)) return std::nullopt;
    std::string content(std::istreambuf_iterator<char>(in), {});
    if (in.bad()) return std::nullopt;
    return content;
}

std::string write_file(const fs::path& file, std::string_view content, Existing existing) {
    auto unfinished = file;
    unfinished += ".part";
    auto why = write_content(unfinished, content);
    std::error_code error;
    if (why.empty() && existing == Existing::replaced) {
        fs::rename(unfinished, file, error);
    } else if (why.empty()) {
        fs::create_hard_link(unfinished, file, error);  // which fails where there is a file
    }
    if (error) why = error.message();
    std::error_code ignored;
    fs::remove(unfinished, ignored);
    return why;
}

}  // namespace USAGEKIT_NAMESPACE::testing
