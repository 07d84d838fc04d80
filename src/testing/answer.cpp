#include "testing/answer.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/refusal.hpp"
#include "core/text.hpp"
#include "http/message.hpp"
#include "testing/base64.hpp"

namespace USAGEKIT_NAMESPACE::testing {

namespace {

constexpr std::int64_t longest_delay = 24LL * 60 * 60 * 1000;
constexpr std::int64_t beyond_all_timeouts = 10LL * 60 * 1000;

/// What WireMock does instead of answering, and what that is for a client. The first of a kind is the one that is
/// recorded.
struct Fault {
    std::string_view name;
    ErrorKind kind;
    std::string_view message;
    std::string_view advice;
    bool is_transient;
};
constexpr std::array<Fault, 4> faults = {{
    {"CONNECTION_RESET_BY_PEER", ErrorKind::network, "the connection broke", "try again", true},
    {"EMPTY_RESPONSE", ErrorKind::network, "the connection ended before an answer", "try again", true},
    {"RANDOM_DATA_THEN_CLOSE", ErrorKind::protocol, "what came was not a valid HTTP answer",
     "check that the base URL is that of the service, and its scheme", false},
    {"MALFORMED_RESPONSE_CHUNK", ErrorKind::protocol, "the answer broke off",
     "check that the base URL is that of the service, and its scheme", false},
}};

Error error_of(const Fault& fault) {
    return {.kind = fault.kind,
            .message = concat(fault.message, " (", fault.name, ")"),
            .advice = std::string(fault.advice),
            .is_transient = fault.is_transient};
}

Error late() {
    return {.kind = ErrorKind::timeout,
            .message = "the time limit of the attempt passed (fixedDelayMilliseconds)",
            .advice = "try again, or raise Timeouts::attempt",
            .is_transient = true};
}

class AnswerMaker {
public:
    AnswerMaker(const ResponseDefinition& from, const ReadFile& read_file, const std::string& json_path)
        : from_(from), read_file_(read_file), json_path_(json_path) {}

    Result<Answer> make() {
        take_status();
        take_headers();
        take_body();
        take_delay();
        take_fault();
        if (error_) return *std::move(error_);
        if (answer_.given) answer_.given = std::move(response_);
        return std::move(answer_);
    }

private:
    void refuse(std::string_view member, std::string message) {
        if (error_) return;
        error_ = refusal(std::move(message), "correct the mapping");
        error_->json_path = concat(json_path_, ".", member);
    }

    void take_status() {
        const auto status = from_.status.value_or(200);
        if (status < 200 || status > 599) return refuse("status", "not the status of an answer, 200 to 599");
        response_.status = static_cast<int>(status);
    }

    void take_headers() {
        if (!from_.headers) return;
        for (const auto& [name, field] : *from_.headers) {
            if (!http::is_token(name)) return refuse("headers", "a name that is none of a header field");
            for (const auto& value : field.values) {
                if (std::any_of(value.begin(), value.end(), http::ends_line)) {
                    return refuse(concat("headers.", name), "a value with a line break or NUL");
                }
                response_.headers.add(name, value);
            }
        }
    }

    void take_body() {
        if (given(from_.body, from_.json_body, from_.base64_body, from_.body_file_name) > 1) {
            return refuse("body", "more than one of body, jsonBody, base64Body and bodyFileName");
        }
        if (from_.body) response_.body = *from_.body;
        if (from_.json_body) response_.body = from_.json_body->str();
        if (from_.base64_body) take_encoded();
        if (from_.body_file_name) take_file();
    }

    void take_encoded() {
        auto bytes = from_base64(*from_.base64_body);
        if (!bytes) return refuse("base64Body", "not base64 with padding");
        response_.body = *std::move(bytes);
    }

    void take_file() {
        const std::filesystem::path name(*from_.body_file_name);
        const bool leads_out = name.is_absolute() || std::find(name.begin(), name.end(), "..") != name.end();
        auto content = leads_out ? std::nullopt : read_file_(*from_.body_file_name);
        if (!content) {
            return refuse("bodyFileName", concat("no such file can be read in __files: ", in_quotes(name.string())));
        }
        response_.body = *std::move(content);
    }

    void take_delay() {
        const auto delay = from_.fixed_delay_milliseconds.value_or(0);
        if (delay < 0 || delay > longest_delay) return refuse("fixedDelayMilliseconds", "not 0 ms to a day");
        answer_.delay = std::chrono::milliseconds{delay};
    }

    void take_fault() {
        if (!from_.fault) return;
        const auto* const fault =
            std::find_if(faults.begin(), faults.end(), [&](const Fault& one) { return one.name == *from_.fault; });
        if (fault == faults.end()) return refuse("fault", concat("an unknown fault: ", in_quotes(*from_.fault)));
        answer_.given = error_of(*fault);
    }

    const ResponseDefinition& from_;
    const ReadFile& read_file_;
    const std::string& json_path_;
    http::Response response_{};
    Answer answer_{};
    std::optional<Error> error_{};
};

}  // namespace

Result<http::Response> Answer::to(const http::Request& request) const {
    if (delay.count() > 0 && delay >= request.timeout) return late();
    return given;
}

Result<Answer> answer_of(const ResponseDefinition& response, const ReadFile& read_file, const std::string& json_path) {
    return AnswerMaker(response, read_file, json_path).make();
}

std::optional<ResponseDefinition> fault_of(const Error& error) {
    if (error.kind == ErrorKind::timeout) {
        return ResponseDefinition{.fixed_delay_milliseconds = beyond_all_timeouts,
                                  .fault = std::string(faults.front().name)};
    }
    const auto* const fault =
        std::find_if(faults.begin(), faults.end(), [&](const Fault& one) { return one.kind == error.kind; });
    if (fault == faults.end()) return std::nullopt;
    return ResponseDefinition{.fault = std::string(fault->name)};
}

}  // namespace USAGEKIT_NAMESPACE::testing
