#pragma once

#include <memory>
#include <optional>
#include <regex>
#include <string>
#include <string_view>

#include <usagekit/result.hpp>

namespace USAGEKIT_NAMESPACE::testing {

/// A regular expression that means the same to Java, which WireMock is written in, and to the standard library.
class Regex {
public:
    /// Text that is longer is not matched: the standard library's matching takes more of the stack the longer it is.
    /// A pattern that ends in its only operator, `.*`, `.+` or `[\s\S]+` as a recording writes them, has no such limit.
    static constexpr std::size_t longest_text = 4096;

    /// Gives `invalid_request` for what is no regular expression, or means something else in Java.
    [[nodiscard]] static Result<Regex> parse(const std::string& pattern);

    /// Is the text short enough?
    [[nodiscard]] bool can_tell(std::string_view text) const noexcept {
        return beginning_.has_value() || text.size() <= longest_text;
    }

    /// Does it match the whole of the text?
    [[nodiscard]] bool matches(std::string_view text) const;

private:
    /// A text that others begin with.
    struct Beginning {
        std::string text{};
        std::size_t least_behind = 0;
        bool is_one_line = true;  ///< No line ends behind it.
    };

    static std::optional<Beginning> beginning_of(std::string_view pattern);

    std::optional<Beginning> beginning_{};       // when that is all it says
    std::shared_ptr<const std::regex> regex_{};  // shared: what holds it is copied
};

/// A pattern that matches this text and nothing else.
[[nodiscard]] std::string quoted_for_regex(std::string_view text);

}  // namespace USAGEKIT_NAMESPACE::testing
