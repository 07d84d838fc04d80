#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/http.hpp>
#include <usagekit/json.hpp>
#include <usagekit/secret.hpp>

#include "core/redact.hpp"

namespace USAGEKIT_NAMESPACE::testing {

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

    /// Knows the credentials of this request from now on.
    void learn(const http::Request& request);

    /// Any text that is no JSON.
    [[nodiscard]] std::string over(std::string text) const;

    /// The value of a header field: all of it where its name says that it is a credential.
    [[nodiscard]] std::string over_field(std::string_view name, std::string_view value) const;

    /// A body, byte for byte when there is nothing to hide.
    [[nodiscard]] std::string over_body(const std::string& body) const;

    /// A JSON value; nothing when there is nothing to hide.
    [[nodiscard]] std::optional<std::string> over_json(const RawJson& json, Masks masks) const;

    /// Does the name of a member or parameter say that its value is secret?
    [[nodiscard]] static bool is_secret_name(std::string_view name);

    /// The query of a URL, with the values of parameters of such names hidden.
    [[nodiscard]] std::string over_url(std::string url) const;

private:
    Redactor redactor_{};
};

}  // namespace USAGEKIT_NAMESPACE::testing
