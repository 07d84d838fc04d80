#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <usagekit/http.hpp>

namespace usagekit::http {

/// Takes the bytes of one answer as libcurl hands them over, and refuses what exceeds the limits.
class Receiver {
public:
    void start(const Limits& limits);

    /// One header line with its line end, or a trailer. False refuses the answer.
    [[nodiscard]] bool take_header(std::string_view line);

    /// A piece of the decoded body. False refuses the answer.
    [[nodiscard]] bool take_body(std::string_view bytes);

    /// Why the answer was refused or is not whole; nothing when it is good.
    [[nodiscard]] std::optional<Error> problem() const;

    /// Was it refused, so that libcurl's own error says nothing?
    [[nodiscard]] bool has_refused() const noexcept { return refused_.has_value(); }

    /// The headers and body, without status and timings.
    [[nodiscard]] Response take_response();

private:
    bool refuse(std::string_view what, std::size_t limit, std::string_view option);
    void add_field(std::string_view line);

    Limits limits_{};
    Response response_{};
    std::size_t header_bytes_ = 0;
    bool headers_are_complete_ = false;
    std::optional<Error> refused_{};
};

}  // namespace usagekit::http
