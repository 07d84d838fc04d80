#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <usagekit/http.hpp>

#include "http/bounded_text.hpp"
#include "http/framing.hpp"
#include "http/gzip.hpp"

namespace USAGEKIT_NAMESPACE::http {

/// Takes the bytes of one answer as libcurl hands them over, refuses what is wrong or exceeds the limits, and knows in
/// the end whether the answer is whole.
class Receiver {
public:
    /// Begins with the answer to a request, which has a body unless the request was HEAD.
    void start(const Limits& limits, bool has_body = true);

    /// One header line with its line end, or a trailer. False refuses the answer.
    [[nodiscard]] bool take_header(std::string_view line);

    /// A piece of the body as it came, without its chunks, or, before any header line, of what is not HTTP/1.0 or
    /// later. False refuses the answer, or ends it where it is an error's and long enough.
    [[nodiscard]] bool take_body(std::string_view bytes);

    /// Bytes came behind the end of the answer.
    void note_excess() noexcept { has_excess_ = true; }
    [[nodiscard]] bool has_excess() const noexcept { return has_excess_; }

    /// Has a line of the header been taken, or anything else?
    [[nodiscard]] bool has_begun() const noexcept { return header_bytes_ + body_bytes_ > 0; }

    /// The answer broke off. Gives up the body of one other than success whose header had come, so that `problem` finds
    /// nothing in that; false where nothing can be kept.
    [[nodiscard]] bool end_without_body() noexcept;

    /// Why the answer was refused or is not whole; nothing when it is good.
    [[nodiscard]] std::optional<Error> problem() const;

    /// Was it stopped here, so that libcurl's own error says nothing?
    [[nodiscard]] bool has_stopped() const noexcept { return refused_.has_value() || has_enough_; }

    /// Was a line of the header fields still awaited?
    [[nodiscard]] bool awaits_headers() const noexcept { return part_ != Part::body; }

    /// Has the whole body come, as its length was announced?
    [[nodiscard]] bool has_all() const noexcept { return framing_.length && body_bytes_ == *framing_.length; }

    /// Of header and body, as they came.
    [[nodiscard]] std::size_t received_bytes() const noexcept { return header_bytes_ + body_bytes_; }

    /// There is no memory for the answer.
    void give_up();

    /// Gives back the memory of a body that nobody took.
    void drop_body() noexcept { body_.clear(); }

    /// The headers and body, without status and timings.
    [[nodiscard]] Response take_response();

private:
    enum class Part : std::uint8_t { status_line, fields, body };

    bool take_status_line(std::string_view line);
    bool end_headers();
    bool choose_decoding();
    bool add_to_body(std::string_view bytes);
    bool exceed_body_limit();
    bool refuse(Error error);
    bool refuse_body(Error error);
    [[nodiscard]] bool is_success() const noexcept { return status_ >= 200 && status_ < 300; }
    [[nodiscard]] bool is_short_of_length() const noexcept;
    [[nodiscard]] bool is_gzip_cut_short() const noexcept;

    Limits limits_{};
    Part part_ = Part::status_line;
    int status_ = 0;
    std::size_t header_bytes_ = 0;
    std::string lines_{};  // of the header, as they came
    Headers headers_{};
    bool has_body_ = true;
    Framing framing_{};
    Encoding encoding_ = Encoding::identity;
    std::size_t body_bytes_ = 0;  // as they came
    BoundedText body_{};          // decoded
    GzipDecoder gzip_{};
    bool drops_body_ = false;
    bool has_enough_ = false;
    bool has_excess_ = false;
    std::optional<Error> refused_{};
};

}  // namespace USAGEKIT_NAMESPACE::http
