#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <usagekit/http.hpp>

namespace USAGEKIT_NAMESPACE::testing {

/// What patterns are asked about a request.
struct Sought {
    std::string method{};
    std::string url{};                                         ///< Path and query, as they are sent.
    std::string path{};                                        ///< As it is sent.
    std::vector<std::pair<std::string, std::string>> query{};  ///< Decoded.
    http::Headers headers{};
    std::string body{};

    /// The values of all parameters of that name.
    [[nodiscard]] std::vector<std::string> parameters(std::string_view name) const;
    /// The values of all header fields of that name.
    [[nodiscard]] std::vector<std::string> fields(std::string_view name) const;
};

/// As forms encode it, which WireMock reads queries as: a `+` is a blank.
[[nodiscard]] std::string form_decoded(std::string_view text);

[[nodiscard]] Sought sought(const http::Request& request);

/// The segments of a path, as they are sent.
[[nodiscard]] std::vector<std::string_view> segments_of(std::string_view path);

}  // namespace USAGEKIT_NAMESPACE::testing
