#include "wire/inspect.hpp"

#include "core/text.hpp"
#include "wire/decode.hpp"
#include "wire/plain_json.hpp"
#include "wire/token.hpp"
#include "wire/valid.hpp"

namespace USAGEKIT_NAMESPACE::wire {

namespace {

bool is_valid(ondemand::value& value, Reader& reader);

/// The same of what `place`, a name or an index, leads to.
template <class Place>
bool is_valid_below(Place place, ondemand::value& value, Reader& reader) {
    const auto before = reader.noted();
    return reader.end_of(place, is_valid(value, reader), before);
}

bool is_valid_array(ondemand::value& value, Reader& reader) {
    ondemand::array items;
    if (!reader.open(value, items)) return false;
    std::size_t index = 0;
    for (auto item : items) {
        if (auto error = item.error()) return reader.malformed(error);
        if (!is_valid_below(index, item.value_unsafe(), reader)) return false;
        ++index;
    }
    return true;
}

bool is_valid_object(ondemand::value& value, Reader& reader) {
    return each_member(value, reader, [&](std::string_view name, ondemand::value& member) {
        return is_valid_below(name, member, reader);
    });
}

bool is_valid_number(ondemand::value& value, Reader& reader) {
    const auto token = token_of(value);
    return is_json_number(token) || reader.failure.expected("JSON", in_quotes(token));
}

bool is_valid_string(ondemand::value& value, Reader& reader) {
    std::string_view text;
    const auto error = string_at(value, text);
    return error == simdjson::SUCCESS || reader.malformed(error);
}

bool is_valid_null(ondemand::value& value, Reader& reader) {
    bool is_null = false;
    return (!value.is_null().get(is_null) && is_null) || reader.wrong_type("null", value);
}

// The DOM would look at everything, too, but refuses numbers that its types do not hold.
bool is_valid(ondemand::value& value, Reader& reader) {
    ondemand::json_type type{};
    if (auto error = value.type().get(type)) return reader.malformed(error);
    switch (type) {
        case ondemand::json_type::array:
            return is_valid_array(value, reader);
        case ondemand::json_type::object:
            return is_valid_object(value, reader);
        case ondemand::json_type::number:
            return is_valid_number(value, reader);
        case ondemand::json_type::string:
            return is_valid_string(value, reader);
        case ondemand::json_type::boolean:
            return value.get_bool().error() == simdjson::SUCCESS || reader.wrong_type("boolean", value);
        default:
            return is_valid_null(value, reader);
    }
}

}  // namespace

std::optional<std::string_view> inspected(ondemand::value& value, Reader& reader) {
    constexpr int plain_levels = 16;
    const std::string_view token = value.raw_json_token();
    // most can be looked at where it stands; it is passed over then, as neither a root can be, nor a string: with a
    // colon behind it, it would be taken for a name
    if (token.front() != '"' && value.current_depth() > 1 && reader.may_nest(value, plain_levels)) {
        const auto text = plain_json(token.data(), plain_levels);
        const bool is_scalar = token.front() != '{' && token.front() != '[';
        if (text.data() != nullptr && (!is_scalar || text == without_blanks_behind(token))) return text;
    }
    if (!is_valid(value, reader)) return std::nullopt;
    const char* end = nullptr;
    // a number is not consumed, so what comes next is itself; behind a root comes nothing
    if (value.current_location().get(end)) end = reader.document.data() + reader.document.size();
    if (end == token.data()) return without_blanks_behind(token);
    return without_blanks_behind({token.data(), static_cast<std::size_t>(end - token.data())});
}

}  // namespace USAGEKIT_NAMESPACE::wire
