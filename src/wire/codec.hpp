#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <usagekit/json.hpp>
#include <usagekit/options.hpp>

#include "wire/workbench.hpp"

// What the layers above see of this one: no field table and no simdjson.

namespace USAGEKIT_NAMESPACE::wire {

/// How deep arrays and objects may be nested at most, whatever the options say; the root is the first level.
inline constexpr std::size_t deepest = 1000;

/// How a document is read. All of it must be valid JSON in any case.
struct DecodeOptions {
    Strictness strictness = Strictness::lenient;
    /// When not null, the JSON paths of unknown members are added to it.
    std::vector<std::string>* unknown_members = nullptr;
    /// How deep arrays and objects may be nested, 1 to `deepest`.
    std::size_t depth = deepest;
    /// What makes the next decode faster, for one thread at a time; null: nothing is kept.
    Workbench* workbench = nullptr;
};

/// The `{"name": {...}}` around a model. Its table names the member; the content is what a caller gets.
template <class T>
struct Envelope {
    T content{};

    bool operator==(const Envelope&) const = default;
};

/// Decodes a whole document into a model as it is when it is made. Gives why that cannot be, and the model is of no use
/// then. The string is given the padding that simdjson needs, its text does not change.
///
/// Defined in `wire/model.hpp`, and instantiated for a model in its provider's models.cpp.
template <class T>
[[nodiscard]] std::optional<Error> decode_into(T& model, std::string& document, const DecodeOptions& options = {});

/// The same, and gives the model.
template <class T>
[[nodiscard]] Result<T> decode(std::string& document, const DecodeOptions& options = {}) {
    Result<T> result{BOOST_OUTCOME_V2_NAMESPACE::in_place_type<T>};  // it may be large: it is read where it stays
    if (auto error = decode_into(result.assume_value(), document, options)) result = *std::move(error);
    return result;
}

/// The members of a request that are not in its path, as `name=value` pairs joined by `&`, percent-encoded: one pair
/// per member that is set, one per element of a list that is not comma-separated; nothing for an empty text.
template <class T>
[[nodiscard]] std::string to_query(const T& request);

/// JSON can hold no other text (RFC 8259 section 8.1).
[[nodiscard]] bool is_utf8(std::string_view text);

/// The members of a request that are not in its path, as a JSON object.
template <class T>
[[nodiscard]] std::string to_body(const T& request);

}  // namespace USAGEKIT_NAMESPACE::wire
