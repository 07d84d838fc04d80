#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/http.hpp>
#include <usagekit/json.hpp>
#include <usagekit/secret.hpp>

#include "core/redact.hpp"
#include "testing/sought.hpp"

namespace USAGEKIT_NAMESPACE::testing {

/// What stands in place of a secret in a text.
inline constexpr std::string_view hidden = "***";

/// What stands in place of a secret in JSON.
struct Masks {
    std::string_view text;    ///< A JSON value.
    std::string_view number;  ///< The same.
};

/// Takes secrets out of what is written to a file. What stands in JSON stays JSON with values of the same types, so
/// that it is still what a model is read from.
class Mask {
public:
    explicit Mask(const std::vector<Secret>& secrets);

    /// Knows the credentials of this request from now on: those of its header fields, and what stands in its URL and
    /// body under names that say that it is secret.
    void learn(const http::Request& request);

    /// The same of an answer.
    void learn(const http::Response& response);

    /// Any text that is no JSON.
    [[nodiscard]] std::string over(std::string text) const;

    /// All texts of an error.
    void redact(Error& error) const { redactor_.redact(error); }

    /// The value of a header field: all of it where its name says that it is a credential. In one that holds URLs, as
    /// `over_url`.
    [[nodiscard]] std::string over_field(std::string_view name, std::string_view value) const;

    /// A body, byte for byte when there is nothing to hide.
    [[nodiscard]] std::string over_body(const std::string& body) const;

    /// A body that is no JSON: the values of pairs `name=value` of such names, too.
    [[nodiscard]] std::string over_form(std::string body) const;

    /// A JSON value; nothing when there is nothing to hide.
    [[nodiscard]] std::optional<std::string> over_json(const RawJson& json, Masks masks) const;

    /// A request as it may be shown: its URL, query and header fields. Its body stays.
    [[nodiscard]] Sought over_request(const http::Request& request) const;

    /// A URL, or a text with some: without user information, and with the values of parameters of such names hidden, in
    /// the query and in the fragment.
    [[nodiscard]] std::string over_url(std::string url) const;

private:
    void learn_value(std::string_view value);
    void learn_encoded(std::string_view value);
    void learn_url(std::string_view url);
    void learn_body(const std::string& body);
    /// `is_secret`: it stands below a name that says so.
    void learn_json(const RawJson& json, bool is_secret);

    Redactor redactor_{};
};

}  // namespace USAGEKIT_NAMESPACE::testing
