#include "testing/indent.hpp"

#include <cstddef>
#include <utility>

#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::testing {

namespace {

/// Where the string that begins here ends.
std::size_t string_end(std::string_view json, std::size_t begin) {
    auto at = begin + 1;
    while (json[at] != '"') at += json[at] == '\\' ? 2 : 1;
    return at + 1;
}

class Indenter {
public:
    explicit Indenter(std::string_view json) : json_(json) {}

    std::string run() {
        while (at_ < json_.size()) take();
        return std::move(out_);
    }

private:
    static constexpr auto none = std::string_view::npos;

    void take() {
        const char c = json_[at_];
        if (c == '"') return copy(string_end(json_, at_) - at_);
        if (is_blank(c)) return static_cast<void>(++at_);
        if ((c == '}' || c == ']') && --level_ != empty_level_) break_line(level_);
        empty_level_ = none;
        copy(1);
        if (c == '{' || c == '[') open();
        if (c == ',') break_line(level_);
        if (c == ':') out_ += ' ';
    }

    void open() {
        const auto next = json_.find_first_not_of(" \t\r\n", at_);
        const bool is_empty = json_[next] == '}' || json_[next] == ']';
        if (is_empty) empty_level_ = level_;
        ++level_;
        if (!is_empty) break_line(level_);
    }

    void copy(std::size_t size) {
        out_ += json_.substr(at_, size);
        at_ += size;
    }

    void break_line(std::size_t level) { out_.append("\n").append(2 * level, ' '); }

    std::string_view json_;
    std::size_t at_ = 0;
    std::size_t level_ = 0;
    std::size_t empty_level_ = none;  // of what was opened last, when nothing is in it
    std::string out_{};
};

}  // namespace

std::string indented(std::string_view json) { return Indenter(json).run(); }

}  // namespace USAGEKIT_NAMESPACE::testing
