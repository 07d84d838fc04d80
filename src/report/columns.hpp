#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

/// How a cell stands in its column.
enum class Side : bool { left, right };

/// Cells of text in columns that are as wide as their widest cell. What is longer than `widest` does not count: one
/// such cell must not make a long line of every row.
class Columns {
public:
    static constexpr std::size_t widest = 120;

    /// Where the cells of each column stand.
    explicit Columns(std::vector<Side> sides) : sides_(std::move(sides)), widths_(sides_.size()) {}

    /// Adds a row with a cell for each column. A column whose cells are all empty is not shown.
    void add(std::vector<std::string> row);

    /// Appends the rows, each with a line break, to the text. Cells are two blanks apart.
    void write(std::string& out) const;

private:
    void write_row(std::string& out, const std::vector<std::string>& row) const;

    std::vector<Side> sides_;
    std::vector<std::size_t> widths_;
    std::vector<std::vector<std::string>> rows_{};
};

/// How many characters of a terminal the text takes: of UTF-8, code points, without ANSI escape sequences.
[[nodiscard]] std::size_t shown_width(std::string_view text);

}  // namespace USAGEKIT_NAMESPACE
