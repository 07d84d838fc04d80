#pragma once

#include <compare>
#include <functional>
#include <ostream>
#include <string>
#include <utility>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

/// An identifier that a service gave to a resource. `Tag` keeps the IDs of different resources apart: they do not
/// convert into each other, nor from a plain string without saying so.
///
/// Any text can be held. Where it goes into a URL it becomes one percent-encoded path segment (RFC 3986 section 3.3);
/// an empty one, `.` and `..` are refused there as `invalid_request`.
template <class Tag>
class Id {
public:
    Id() = default;
    /// Takes the text as it is.
    explicit Id(std::string text) noexcept : text_(std::move(text)) {}

    /// The text.
    [[nodiscard]] const std::string& str() const noexcept { return text_; }

    auto operator<=>(const Id&) const = default;

    /// Writes the text.
    friend std::ostream& operator<<(std::ostream& out, const Id& id) { return out << id.text_; }

private:
    std::string text_{};
};

}  // namespace USAGEKIT_NAMESPACE

/// @cond
/// IDs can be keys of unordered containers.
template <class Tag>
struct std::hash<usagekit::Id<Tag>> {
    std::size_t operator()(const usagekit::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.str()); }
};
/// @endcond
