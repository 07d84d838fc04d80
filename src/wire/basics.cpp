// The types of `from_json` and `to_json` that belong to no provider.

#include <ostream>
#include <utility>

#include "wire/model.hpp"
#include "wire/valid.hpp"

namespace usagekit {

Result<RawJson> RawJson::parse(std::string_view text) {
    const auto value = trimmed(text);
    if (!wire::is_json(value)) {
        return Error{.kind = ErrorKind::decode,
                     .message = concat("not valid JSON: ", in_quotes(value)),
                     .advice = "give one JSON value, and quote a text"};
    }
    return raw_json_from_checked(std::string(value));
}

RawJson raw_json_from_checked(std::string text) {
    RawJson json;
    json.text_ = std::move(text);
    return json;
}

std::ostream& operator<<(std::ostream& out, const RawJson& json) { return out << json.str(); }

namespace wire {

template struct Codec<bool>;
template struct Codec<std::int64_t>;
template struct Codec<Decimal>;
template struct Codec<std::string>;
template struct Codec<RawJson>;

}  // namespace wire

}  // namespace usagekit
