#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

/// A value of the enumeration `Enum`, or the text of one that this version of the library has not heard of.
///
/// Services add values without notice, so an unheard-of one is not an error: `known()` is empty then, and `unknown()`
/// has its text.
template <class Enum>
class Open {
public:
    Open() = default;
    /// A value that `Enum` has.
    explicit(false) Open(Enum value) noexcept : known_(value) {}

    /// A value that `Enum` does not have.
    [[nodiscard]] static Open unheard_of(std::string text) { return Open(std::nullopt, std::move(text)); }

    /// The value, when this version of the library knows it.
    [[nodiscard]] std::optional<Enum> known() const noexcept { return known_; }

    /// The text of a value that this version of the library does not know; empty otherwise.
    [[nodiscard]] const std::string& unknown() const noexcept { return unknown_; }

    bool operator==(const Open&) const = default;
    friend bool operator==(const Open& open, Enum value) noexcept { return open.known_ == value; }

private:
    Open(std::optional<Enum> known, std::string unknown) noexcept : known_(known), unknown_(std::move(unknown)) {}

    std::optional<Enum> known_{Enum{}};
    std::string unknown_{};
};

}  // namespace USAGEKIT_NAMESPACE
