#pragma once

// Included by a provider's models.cpp only: the definitions of what `usagekit/json.hpp` and `wire/codec.hpp` declare,
// to be instantiated behind the field tables.

#include <concepts>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "wire/codec.hpp"
#include "wire/encode.hpp"
#include "wire/parse.hpp"
#include "wire/scalars.hpp"

namespace USAGEKIT_NAMESPACE::wire {

/// What the type can be read from.
template <class T>
inline constexpr Root root_of =
    Described<T> || is_vector<T> || is_map<T> || std::same_as<T, RawJson> ? Root::any : Root::scalar;

template <class T>
std::optional<Error> decode_into(T& model, std::string& document, const DecodeOptions& options) {
    Workbench own;
    auto& workbench = options.workbench != nullptr ? *options.workbench : own;
    Reader reader{options, workbench.tools()};
    const auto read = [&](ondemand::value& root) { return decode(root, model, reader); };
    if (!parse(document, root_of<T>, reader, read)) return reader.failure.take();
    if (options.unknown_members != nullptr) {
        for (auto& path : reader.unknown_members) options.unknown_members->push_back(concat("$", path));
    }
    return std::nullopt;
}

template <class T>
Result<T> Codec<T>::from_json(std::string_view text) {
    std::string document(text);
    return decode<T>(document);
}

template <class T>
std::string Codec<T>::to_json(const T& value) {
    std::string out;
    encode(out, value);
    return out;
}

template <class T>
void Codec<T>::print(std::ostream& out, const T& value) {
    out << to_json(value);
}

}  // namespace USAGEKIT_NAMESPACE::wire
