// The types of `from_json` and `to_json` that belong to no provider.

#include <ostream>

#include <usagekit/map.hpp>

#include "wire/model.hpp"

namespace USAGEKIT_NAMESPACE {

Result<RawJson> RawJson::parse(std::string_view text) {
    auto json = from_json<RawJson>(text);
    if (!json) json.assume_error().advice = "give one JSON value, and quote a text";
    return json;
}

std::ostream& operator<<(std::ostream& out, const RawJson& json) { return out << json.str(); }

namespace wire {

template struct Codec<bool>;
template struct Codec<std::int64_t>;
template struct Codec<Decimal>;
template struct Codec<std::string>;
template struct Codec<RawJson>;
template struct Codec<Map<RawJson>>;

}  // namespace wire

}  // namespace USAGEKIT_NAMESPACE
