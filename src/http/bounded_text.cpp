#include "http/bounded_text.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace USAGEKIT_NAMESPACE::http {

namespace {

/// A body is handed to a parser that reads whole blocks beyond its end; with room for that it need not be copied.
constexpr std::size_t spare_room = 64;

constexpr std::size_t largest_first_room = std::size_t{8} << 20;
constexpr std::size_t large = std::size_t{4} << 20;

}  // namespace

void BoundedText::start(std::size_t limit, std::size_t expected) {
    clear();
    limit_ = std::min(limit, std::numeric_limits<std::size_t>::max() / 64);  // so that sums do not overflow
    expected_ = expected;
}

bool BoundedText::append(std::string_view bytes) {
    const auto fitting = bytes.substr(0, limit_ - text_.size());
    const auto size = text_.size() + fitting.size();
    if (size + spare_room > text_.capacity()) make_room(size);
    text_.append(fitting);
    return fitting.size() == bytes.size();
}

void BoundedText::clear() noexcept { std::string().swap(text_); }

std::string BoundedText::take() { return std::exchange(text_, {}); }

void BoundedText::make_room(std::size_t size) {
    const auto first = std::min({expected_, largest_first_room, limit_});
    const std::size_t growth = text_.size() < large ? 2 : 16;  // room that no byte came for costs nothing
    auto room = std::max({size, first, growth * text_.size()});
    if (expected_ >= size) room = std::min(room, expected_);
    // while it moves, and when malloc keeps it, the old text takes memory besides the new one
    if (room > limit_ / 2 && room != expected_) room = std::max(size, limit_);
    text_.reserve(room + spare_room);
}

}  // namespace USAGEKIT_NAMESPACE::http
