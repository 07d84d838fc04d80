#pragma once

// What the decoders that are written by hand with simdjson have in common.

#include <optional>
#include <string>
#include <string_view>

#include <simdjson.h>

#include "core/time_text.hpp"

namespace by_hand::with_simdjson {

namespace ondemand = simdjson::ondemand;

/// One for all documents of a thread, as simdjson advises.
ondemand::parser& parser();

/// Calls `read(name, value)` for each member; false when one of them says so, or the object is none.
template <class Read>
bool each_member(ondemand::object& object, Read&& read) {
    for (auto member : object) {
        std::string_view name;
        ondemand::value value;
        if (member.unescaped_key().get(name) || std::move(member).value().get(value)) return false;
        if (!read(name, value)) return false;
    }
    return true;
}

template <class Read>
bool each_member(ondemand::value& value, Read&& read) {
    ondemand::object object;
    return !value.get_object().get(object) && each_member(object, read);
}

/// Calls `read(element)` for each element; false when one of them says so, or the array is none.
template <class Read>
bool each_element(ondemand::value& value, Read&& read) {
    ondemand::array array;
    if (value.get_array().get(array)) return false;
    for (auto item : array) {
        ondemand::value element;
        if (std::move(item).get(element) || !read(element)) return false;
    }
    return true;
}

/// Calls `read(object)` for the whole document, which must be an object and nothing after it.
template <class Read>
bool document(std::string& body, Read&& read) {
    ondemand::document document;
    const auto capacity = body.capacity() + 1;
    if (parser().iterate(body.data(), body.size(), capacity).get(document)) return false;
    ondemand::object object;
    if (document.get_object().get(object) || !read(object)) return false;
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

inline bool read(ondemand::value& value, std::string_view& out) { return !value.get_string().get(out); }
inline bool read(ondemand::value& value, std::int64_t& out) { return !value.get_int64().get(out); }

inline bool read(ondemand::value& value, std::string& out) {
    std::string_view text;
    return read(value, text) && (out = text, true);
}

inline bool read(ondemand::value& value, usagekit::Timestamp& out) {
    std::string_view text;
    return read(value, text) && usagekit::read_timestamp(text, out);
}

inline bool read(ondemand::value& value, usagekit::Date& out) {
    std::string_view text;
    return read(value, text) && usagekit::read_date(text, out);
}

inline bool read(ondemand::value& value, std::optional<std::int64_t>& out) {
    if (bool(value.is_null())) return out.reset(), true;
    return read(value, out.emplace());
}

/// The token of a number as it stands there.
bool read_number(ondemand::value& value, std::string& out);
/// The text of any value.
bool read_json(ondemand::value& value, std::string& out);

}  // namespace by_hand::with_simdjson
