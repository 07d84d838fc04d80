#include "report/columns.hpp"

#include <algorithm>
#include <utility>

namespace USAGEKIT_NAMESPACE {

namespace {

constexpr std::string_view gap = "  ";

/// Of a character's UTF-8 bytes only the first counts.
bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

std::size_t shown_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\x1b') {
            i = std::min(text.find('m', i), text.size());
        } else {
            width += begins_character(text[i]) ? 1 : 0;
        }
    }
    return width;
}

void Columns::add(std::vector<std::string> row) {
    for (std::size_t i = 0; i < widths_.size(); ++i) {
        widths_[i] = std::max(widths_[i], std::min(shown_width(row[i]), widest));
    }
    rows_.push_back(std::move(row));
}

void Columns::write(std::string& out) const {
    for (const auto& row : rows_) write_row(out, row);
}

void Columns::write_row(std::string& out, const std::vector<std::string>& row) const {
    const auto begin = out.size();
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (widths_[i] == 0) continue;
        if (out.size() != begin) out += gap;
        const auto blanks = widths_[i] - std::min(shown_width(row[i]), widths_[i]);
        if (sides_[i] == Side::right) out.append(blanks, ' ');
        out += row[i];
        if (sides_[i] == Side::left) out.append(blanks, ' ');
    }
    out.resize(std::max(begin, out.find_last_not_of(' ') + 1));
    out += '\n';
}

}  // namespace USAGEKIT_NAMESPACE
