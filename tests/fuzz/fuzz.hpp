#pragma once

// A fuzzer is a function that libFuzzer calls with bytes of its own choice, and that aborts when they break a promise:
//
//     extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
//         fuzz::check_answer<meteroid::Usage>(fuzz::text(data, size));
//         return 0;
//     }

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <usagekit/json.hpp>

#include "another_parser.hpp"
#include "call/status.hpp"
#include "wire/codec.hpp"

namespace fuzz {

/// Ends the program, which libFuzzer reports as a finding, when a promise does not hold.
inline void require(bool holds, const char* promise) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

/// The bytes as text.
inline std::string text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// The first line, and all that stands behind it.
inline std::pair<std::string, std::string> first_line_and_rest(const std::string& text) {
    const auto end = text.find('\n');
    if (end == std::string::npos) return {text, {}};
    return {text.substr(0, end), text.substr(end + 1)};
}

/// What must be said of every text that is refused.
inline void check_refusal(const usagekit::Error& error) {
    require(error.kind == usagekit::ErrorKind::decode, "what is refused is refused as decode");
    require(!error.message.empty() && !error.advice.empty(), "a refusal says why, and what to do");
    require(error.json_path.starts_with('$'), "a refusal says where");
}

/// What comes of a value that is written as JSON and read again.
template <class Model>
void check_round_trip(const Model& model) {
    const auto json = usagekit::to_json(model);
    const auto again = usagekit::from_json<Model>(json);
    require(again.has_value(), "what is written can be read");
    // not the values: a Secret is written as ***
    require(usagekit::to_json(again.assume_value()) == json, "what is written is read as the same");
}

template <class Model>
void check_round_trip(const usagekit::wire::Envelope<Model>& envelope) {
    check_round_trip(envelope.content);
}

/// Reads an answer as a model, in every strictness; gives it when it is accepted.
template <class Model>
std::optional<Model> read_answer(std::string body) {
    namespace wire = usagekit::wire;
    auto document = body;
    auto lenient = wire::decode<Model>(document);
    require(document == body, "decoding changes nothing of the text");
    const auto strict = wire::decode<Model>(document, {.strictness = usagekit::Strictness::strict});
    const auto flat = wire::decode<Model>(document, {.depth = 4});
    for (const auto* other : {&strict, &flat}) {
        if (!*other) {
            check_refusal(other->assume_error());
            continue;
        }
        require(lenient.has_value(), "what is accepted under more conditions is accepted under fewer");
        require(lenient.assume_value() == other->assume_value(), "strictness changes no value");
    }
    if (!lenient) return check_refusal(lenient.assume_error()), std::nullopt;
    require(verdict_of_another(body) != Verdict::no_json, "only valid JSON is accepted");
    return std::move(lenient).assume_value();
}

/// The same for a model that can be written, too.
template <class Model>
std::optional<Model> check_answer(const std::string& body) {
    auto model = read_answer<Model>(body);
    if (model) check_round_trip(*model);
    return model;
}

/// Reads a body as that of an error.
inline void check_error(const std::string& body, usagekit::call::ReadError read) {
    for (const auto* type : {"application/json", "text/plain"}) {
        const usagekit::http::Response response{.status = 400, .headers = {{"Content-Type", type}}, .body = body};
        const auto error = usagekit::call::status_error(response, read);
        require(error.kind == usagekit::ErrorKind::rejected, "a body does not change what the status says");
        require(!error.message.empty() && !error.advice.empty(), "an error says what happened, and what to do");
    }
}

}  // namespace fuzz
