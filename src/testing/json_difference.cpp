#include "testing/json_difference.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <usagekit/decimal.hpp>

#include "core/text.hpp"
#include "wire/failure.hpp"
#include "wire/model.hpp"

namespace USAGEKIT_NAMESPACE::testing {

namespace {

using Difference = std::optional<std::string>;

Difference none() { return std::nullopt; }
Difference here() { return std::string(); }

Difference below(std::string_view segment, const Difference& difference) {
    return difference ? concat(segment, *difference) : Difference();
}

Difference compare(const RawJson& expected, const RawJson& actual, JsonTolerance tolerance);

Difference compare_members(const RawJson& expected, const RawJson& actual, JsonTolerance tolerance) {
    const auto wanted = members_of(expected);
    const auto found = members_of(actual);
    for (const auto& [name, value] : wanted) {
        const auto* const other = found.find(name);
        auto difference = other == nullptr ? here() : compare(value, *other, tolerance);
        if (difference) return below(wire::path_segment(name), difference);
    }
    if (tolerance.ignores_extra_elements) return none();
    for (const auto& [name, value] : found) {
        if (!wanted.contains(name)) return below(wire::path_segment(name), here());
    }
    return none();
}

/// To be equal is the same for all then, so that each may take the first that it finds.
bool same_items_in_any_order(const std::vector<RawJson>& wanted, std::vector<RawJson> found) {
    for (const auto& item : wanted) {
        const auto is_it = [&](const RawJson& other) { return !compare(item, other, {.ignores_array_order = true}); };
        const auto place = std::find_if(found.begin(), found.end(), is_it);
        if (place == found.end()) return false;
        found.erase(place);
    }
    return found.empty();
}

Difference compare_items(const RawJson& expected, const RawJson& actual, JsonTolerance tolerance) {
    const auto wanted = items_of(expected);
    auto found = items_of(actual);
    if (tolerance.ignores_array_order) return same_items_in_any_order(wanted, std::move(found)) ? none() : here();
    for (std::size_t i = 0; i < wanted.size() && i < found.size(); ++i) {
        if (auto difference = compare(wanted[i], found[i], tolerance)) {
            return below(wire::path_segment(i), difference);
        }
    }
    const bool fits = tolerance.ignores_extra_elements ? found.size() >= wanted.size() : found.size() == wanted.size();
    return fits ? none() : here();
}

bool same_number(const RawJson& left, const RawJson& right) {
    const auto a = left.as<Decimal>();
    const auto b = right.as<Decimal>();
    return left == right || (a && b && a.assume_value() == b.assume_value());
}

bool stands_for(const RawJson& expected, char kind) {
    const auto text = expected.as<std::string>();
    if (!text) return false;
    return (kind == '"' && text.assume_value() == any_text) || (kind == '0' && text.assume_value() == any_number);
}

bool same_text(const RawJson& left, const RawJson& right) {
    const auto a = left.as<std::string>();
    const auto b = right.as<std::string>();
    return a && b && a.assume_value() == b.assume_value();
}

Difference compare(const RawJson& expected, const RawJson& actual, JsonTolerance tolerance) {
    const auto kind = kind_of(actual);
    if (kind_of(expected) == '"' && stands_for(expected, kind)) return none();
    if (kind_of(expected) != kind) return here();
    if (kind == '{') return compare_members(expected, actual, tolerance);
    if (kind == '[') return compare_items(expected, actual, tolerance);
    const bool is_same = kind == '0'   ? same_number(expected, actual)
                         : kind == '"' ? same_text(expected, actual)
                                       : expected == actual;
    return is_same ? none() : here();
}

}  // namespace

char kind_of(const RawJson& json) noexcept {
    const char c = json.str().front();
    if (c == '-' || is_digit(c)) return '0';
    return c == 'f' ? 't' : c;
}

std::vector<RawJson> items_of(const RawJson& json) {
    auto items = json.as<std::vector<RawJson>>();
    return items ? std::move(items).assume_value() : std::vector<RawJson>();
}

Map<RawJson> members_of(const RawJson& json) {
    auto members = json.as<Map<RawJson>>();
    return members ? std::move(members).assume_value() : Map<RawJson>();
}

std::optional<std::string> json_difference(const RawJson& expected, const RawJson& actual, JsonTolerance tolerance) {
    return below("$", compare(expected, actual, tolerance));
}

}  // namespace USAGEKIT_NAMESPACE::testing

namespace USAGEKIT_NAMESPACE::wire {

template struct Codec<std::vector<RawJson>>;

}  // namespace USAGEKIT_NAMESPACE::wire
