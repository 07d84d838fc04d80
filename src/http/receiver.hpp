#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <usagekit/http.hpp>

namespace usagekit::http {

/// Takes the bytes of one answer as libcurl hands them over, and refuses what exceeds the limits.
class Receiver {
public:
    /// Begins with the answer to a request, which has a body unless the request was HEAD.
    void start(const Limits& limits, bool has_body = true);

    /// One header line with its line end, or a trailer. False refuses the answer.
    [[nodiscard]] bool take_header(std::string_view line);

    /// A piece of the decoded body, or, before any header line, of what is not HTTP/1.0 or later. False refuses the
    /// answer, or ends it where it is an error's and long enough.
    [[nodiscard]] bool take_body(std::string_view bytes);

    /// Why the answer was refused or is not whole; nothing when it is good.
    [[nodiscard]] std::optional<Error> problem() const;

    /// Was it stopped here, so that libcurl's own error says nothing?
    [[nodiscard]] bool has_stopped() const noexcept { return refused_.has_value() || was_cut_; }

    /// Was a line of the header fields still awaited?
    [[nodiscard]] bool awaits_headers() const noexcept { return !headers_are_complete_; }

    /// There is no memory for the answer.
    void give_up();

    /// The headers and body, without status and timings.
    [[nodiscard]] Response take_response();

private:
    bool refuse_as_no_http(std::string_view bytes);
    bool refuse(std::string_view what, std::size_t limit, std::string_view option);
    bool end_headers();
    void add_field(std::string_view line);

    Limits limits_{};
    Response response_{};
    std::size_t header_bytes_ = 0;
    bool headers_are_complete_ = false;
    bool has_body_ = true;
    bool is_success_ = false;  // by the status line
    bool was_cut_ = false;
    std::optional<Error> refused_{};
};

}  // namespace usagekit::http
