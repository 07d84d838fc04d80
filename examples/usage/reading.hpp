#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/decimal.hpp>
#include <usagekit/id.hpp>
#include <usagekit/result.hpp>
#include <usagekit/time.hpp>

#include "dates.hpp"
#include "errors.hpp"

namespace tool {

using usagekit::Result;

/// How the text of an option, or of a key in a profile, becomes a value: what to call it in help texts, and how to read
/// it. Specialise it for a type of your own.
template <class T>
struct Reading;

template <class Tag>
struct Reading<usagekit::Id<Tag>> {
    static constexpr std::string_view placeholder = "ID";
    static Result<usagekit::Id<Tag>> read(std::string_view text) {
        if (text.empty()) return refusal("an ID is not empty");
        return usagekit::Id<Tag>{std::string(text)};
    }
};

template <>
struct Reading<usagekit::Date> {
    static constexpr std::string_view placeholder = "DATE";
    static Result<usagekit::Date> read(std::string_view text) { return usagekit::parse_date(text); }
};

template <>
struct Reading<usagekit::Timestamp> {
    static constexpr std::string_view placeholder = "TIME";
    static Result<usagekit::Timestamp> read(std::string_view text) { return usagekit::parse_timestamp(text); }
};

template <>
struct Reading<usagekit::DateOrTimestamp> {
    static constexpr std::string_view placeholder = "DATE or TIME";
    static Result<usagekit::DateOrTimestamp> read(std::string_view text) {
        return examples::parse_date_or_timestamp(text);
    }
};

/// A percentage.
template <>
struct Reading<usagekit::Decimal> {
    static constexpr std::string_view placeholder = "PERCENT";
    static Result<usagekit::Decimal> read(std::string_view text) {
        auto percentage = usagekit::Decimal::parse(text);
        if (percentage && !percentage.value().is_negative()) return percentage;
        return refusal("a percentage is a number such as 90 or 99.5");
    }
};

/// A time span in seconds, with a fraction or without. Its bounds keep it within what clocks can count.
template <>
struct Reading<std::chrono::milliseconds> {
    static constexpr std::string_view placeholder = "SECONDS";
    static Result<std::chrono::milliseconds> read(std::string_view text) {
        const auto seconds = usagekit::Decimal::parse(text);
        const bool is_long_enough = seconds && seconds.value() >= usagekit::Decimal::parse("0.1").value();
        if (!is_long_enough || seconds.value() > 1'000'000) return refusal("seconds are a number from 0.1 to 1000000");
        const std::chrono::duration<double> span(seconds.value().to_double().value);
        return std::chrono::duration_cast<std::chrono::milliseconds>(span);
    }
};

template <>
struct Reading<bool> {
    static constexpr std::string_view placeholder = "";
    static Result<bool> read(std::string_view text) { return text == "true"; }
};

/// How often a parameter may be given, and whether with a value.
enum class Shape {
    one,      ///< With one value.
    several,  ///< With any number of values.
    flag,     ///< Without a value.
};

/// What the type of a member says of the parameter that fills it.
template <class T>
struct Member {
    using Value = T;
    static constexpr Shape shape = Shape::one;
    static constexpr bool is_required = true;
};
template <class T>
struct Member<std::optional<T>> : Member<T> {
    static constexpr bool is_required = false;
};
template <class T>
struct Member<std::vector<T>> : Member<T> {
    static constexpr Shape shape = Shape::several;
    static constexpr bool is_required = false;
};

template <>
struct Member<bool> {
    using Value = bool;
    static constexpr Shape shape = Shape::flag;
    static constexpr bool is_required = false;
};

/// Sets the member to what the text says, or adds that to a list.
template <class T>
Result<void> read_into(T& member, std::string_view text) {
    auto value = Reading<typename Member<T>::Value>::read(text);
    if (!value) return value.error();
    if constexpr (Member<T>::shape == Shape::several) {
        member.push_back(value.value());
    } else {
        member = value.value();
    }
    return usagekit::success();
}

}  // namespace tool
