#pragma once

#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

#include <usagekit/abi.hpp>
#include <usagekit/result.hpp>

namespace USAGEKIT_NAMESPACE {

namespace wire {

/// Behind `from_json` and `to_json`; defined inside the library for its models, text, numbers and `RawJson`. A request
/// with a `Required` member is only written.
template <class T>
struct USAGEKIT_EXPORT Codec {
    /// See `usagekit::from_json`.
    [[nodiscard]] static Result<T> from_json(std::string_view text);
    /// See `usagekit::to_json`.
    [[nodiscard]] static std::string to_json(const T& value);
    /// Writes what `to_json` gives.
    static void print(std::ostream& out, const T& value);
};

}  // namespace wire

/// Numbers that have no place in a contract: a count is `std::int64_t`, an amount is `Decimal`.
template <class T>
concept OtherNumber = std::is_arithmetic_v<T> && !std::same_as<T, bool> && !std::same_as<T, std::int64_t>;

/// Decodes a model of this library, `std::string`, `bool`, `std::int64_t`, `Decimal` or `RawJson` from a whole JSON
/// document (RFC 8259).
///
/// Members may come in any order, unknown ones are skipped, and of a repeated one the last is taken. Gives `decode`
/// with the JSON path of the first thing that does not fit, is not valid JSON, known or not, or is nested deeper than
/// 1000 levels.
template <class T>
    requires(!OtherNumber<T> && std::default_initializable<T>)
[[nodiscard]] Result<T> from_json(std::string_view text) { return wire::Codec<T>::from_json(text); }

/// Encodes the same types as compact JSON, members in the order of the contract. Absent members are left out, save
/// those that the contract requires, which are `null`. A `Secret` is written as `"***"`.
template <class T>
    requires(!OtherNumber<T>)
[[nodiscard]] std::string to_json(const T& value) { return wire::Codec<T>::to_json(value); }

/// Any JSON value, kept as the exact text that it came in.
class USAGEKIT_EXPORT RawJson {
public:
    /// `null`.
    RawJson() = default;

    /// Takes a JSON text. Gives `decode` when it is not one valid JSON value.
    [[nodiscard]] static Result<RawJson> parse(std::string_view text);

    /// The text.
    [[nodiscard]] const std::string& str() const noexcept { return text_; }

    /// Decodes the value as one of the types of `from_json`.
    template <class T>
    [[nodiscard]] Result<T> as() const {
        return from_json<T>(text_);
    }

    /// The same text: `1.0` and `1` differ, and so do `{}` and `{ }`.
    bool operator==(const RawJson&) const = default;

private:
    friend void assign_checked(RawJson& json, std::string_view text);  // private header wire/valid.hpp

    std::string text_ = "null";
};

/// Writes the text.
USAGEKIT_EXPORT std::ostream& operator<<(std::ostream& out, const RawJson& json);

namespace printing {

/// What may be a model: a plain struct, and no `std::array`.
template <class T>
concept Struct = std::is_aggregate_v<T> && std::is_class_v<T> && !requires {
    std::tuple_size<T>::value;
};

/// Writes a model as `to_json` does. A provider's namespace takes it up with a using-declaration, so that it is found
/// for that provider's models and for nothing else.
template <Struct Model>
std::ostream& operator<<(std::ostream& out, const Model& model) {
    wire::Codec<Model>::print(out, model);
    return out;
}

}  // namespace printing

}  // namespace USAGEKIT_NAMESPACE
