#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

/// A text that must not be seen: a token, or a key inside an answer. It prints as `***`, its memory is overwritten
/// when it goes, and only `reveal()` shows it.
class USAGEKIT_EXPORT Secret {
public:
    Secret() = default;
    /// Takes the text.
    explicit Secret(std::string value) noexcept;
    /// Copies the text, of which the caller's own copy stays as it is.
    explicit Secret(std::string_view value) : Secret(std::string(value)) {}
    /// Copies a text that ends with a NUL.
    explicit Secret(const char* value) : Secret(std::string(value)) {}
    /// Both hold the text then.
    Secret(const Secret& other) = default;
    /// Leaves an empty secret behind.
    Secret(Secret&& other) noexcept;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    /// The text itself. Do not log it, and do not keep copies.
    [[nodiscard]] const std::string& reveal() const noexcept { return value_; }

    /// Is there no text?
    [[nodiscard]] bool empty() const noexcept { return value_.empty(); }

    bool operator==(const Secret& other) const = default;

private:
    std::string value_{};
};

/// Writes `***`, whatever the secret is.
USAGEKIT_EXPORT std::ostream& operator<<(std::ostream& out, const Secret& secret);

}  // namespace USAGEKIT_NAMESPACE
