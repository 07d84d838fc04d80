#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

namespace usagekit {

/// A text that must not be seen: a token, or a key inside an answer. It prints as `***`, its memory is overwritten
/// when it goes, and only `reveal()` shows it.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string value) noexcept;
    explicit Secret(std::string_view value) : Secret(std::string(value)) {}
    explicit Secret(const char* value) : Secret(std::string(value)) {}
    Secret(const Secret& other) = default;
    Secret(Secret&& other) noexcept;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    /// The text itself. Do not log it, and do not keep copies.
    [[nodiscard]] const std::string& reveal() const noexcept { return value_; }

    [[nodiscard]] bool empty() const noexcept { return value_.empty(); }

    bool operator==(const Secret& other) const = default;

private:
    std::string value_{};
};

/// Writes `***`, whatever the secret is.
std::ostream& operator<<(std::ostream& out, const Secret& secret);

}  // namespace usagekit
