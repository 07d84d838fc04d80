#pragma once

#include <memory>
#include <regex>
#include <string>
#include <string_view>

#include <usagekit/result.hpp>

namespace USAGEKIT_NAMESPACE::testing {

/// A regular expression that means the same to Java, which WireMock is written in, and to the standard library.
class Regex {
public:
    /// Text that is longer is not matched: the standard library's matching takes more of the stack the longer it is.
    static constexpr std::size_t longest_text = 4096;

    /// Gives `invalid_request` for what is no regular expression, or means something else in Java.
    [[nodiscard]] static Result<Regex> parse(const std::string& pattern);

    /// Does it match the whole of the text?
    [[nodiscard]] bool matches(std::string_view text) const;

private:
    std::shared_ptr<const std::regex> regex_{};  // shared: what holds it is copied
};

/// A pattern that matches this text and nothing else.
[[nodiscard]] std::string quoted_for_regex(std::string_view text);

}  // namespace USAGEKIT_NAMESPACE::testing
