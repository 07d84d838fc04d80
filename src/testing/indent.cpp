#include "testing/indent.hpp"

#include <cstddef>

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
    void take() {
        const char c = json_[at_];
        if (c == '"') return copy(string_end(json_, at_) - at_);
        if ((c == '{' || c == '[') && (json_[at_ + 1] == '}' || json_[at_ + 1] == ']')) return copy(2);
        if (c == '}' || c == ']') break_line(--level_);
        copy(1);
        if (c == '{' || c == '[') break_line(++level_);
        if (c == ',') break_line(level_);
        if (c == ':') out_ += ' ';
    }

    void copy(std::size_t size) {
        out_ += json_.substr(at_, size);
        at_ += size;
    }

    void break_line(std::size_t level) { out_.append("\n").append(2 * level, ' '); }

    std::string_view json_;
    std::size_t at_ = 0;
    std::size_t level_ = 0;
    std::string out_{};
};

}  // namespace

std::string indented(std::string_view compact_json) { return Indenter(compact_json).run(); }

}  // namespace USAGEKIT_NAMESPACE::testing
