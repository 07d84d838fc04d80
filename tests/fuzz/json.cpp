// JSON that no model describes, and the scalars that can be read from it.
#include <usagekit/decimal.hpp>

#include "core/text.hpp"
#include "fuzz.hpp"

using namespace usagekit;

namespace {

template <class T>
void check_scalar(const RawJson& json) {
    if (const auto value = json.as<T>()) fuzz::check_round_trip(value.assume_value());
}

template <class T>
void check_lone_scalar(const std::string& text) {
    if (from_json<T>(text)) fuzz::require(RawJson::parse(text).has_value(), "a scalar is JSON");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text(data, size);
    const auto json = RawJson::parse(text);
    if (!json) {
        const bool is_too_deep = json.assume_error().message.find("nested deeper") != std::string::npos;
        fuzz::check_refusal(json.assume_error());
        fuzz::require(is_too_deep || verdict_of_another(text) != Verdict::json, "what is valid is accepted");
        check_lone_scalar<std::string>(text);
        check_lone_scalar<std::int64_t>(text);
        check_lone_scalar<Decimal>(text);
        check_lone_scalar<bool>(text);
        return 0;
    }
    fuzz::require(verdict_of_another(text) != Verdict::no_json, "only valid JSON is accepted");
    fuzz::require(json.assume_value().str() == trimmed(text), "raw JSON is kept to the letter");
    fuzz::check_round_trip(json.assume_value());
    check_scalar<std::string>(json.assume_value());
    check_scalar<std::int64_t>(json.assume_value());
    check_scalar<Decimal>(json.assume_value());
    check_scalar<bool>(json.assume_value());
    return 0;
}
