#pragma once

// What holds for every model:
//
//     CHECK(round_trip::complaints<wiremock::User, wiremock::Usage>() == "");

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/json.hpp>
#include <usagekit/options.hpp>

#include "member_order.hpp"
#include "specimen.hpp"
#include "wire/model.hpp"

namespace round_trip {

/// How many full specimens of each model are tried.
inline constexpr std::size_t seeds = 200;

/// What differs when the text is decoded, strictly or not, and encoded again; empty when nothing does.
template <class Model>
std::string complaint_of(const Model& model, usagekit::Strictness strictness) {
    const auto text = usagekit::to_json(model);
    auto document = text;
    std::vector<std::string> unknown;
    const auto decoded = usagekit::wire::decode<Model>(document, {strictness, &unknown});
    if (!decoded) return to_string(decoded.error()) + " in " + text;
    if (!unknown.empty()) return "unknown member " + unknown[0] + " in " + text;
    if (!(decoded.value() == model)) return "another value came back from " + text;
    // a Decimal is equal to its other spellings, and this tells them apart
    const auto again = usagekit::to_json(decoded.value());
    return again == text ? "" : "written as " + text + " and then as " + again;
}

template <class Model>
std::string complaint_of(const Model& model) {
    const auto complaint = complaint_of(model, usagekit::Strictness::lenient);
    return complaint.empty() ? complaint_of(model, usagekit::Strictness::strict) : complaint;
}

/// The text with the members of every object sorted, so that texts in another order compare equal.
inline std::string sorted(std::string_view json) {
    return MemberOrder(json, [](auto& members) { std::sort(members.begin(), members.end()); }).rewritten();
}

/// What differs when the members stand in another order, and when that changes from text to text on one workbench.
template <class Model>
std::string complaint_of_order(const Model& model, unsigned seed, usagekit::wire::Workbench& workbench) {
    const auto text = usagekit::to_json(model);
    for (const auto& document : {with_members_reversed(text), with_members_shuffled(text, seed), text}) {
        auto copy = document;
        const auto decoded =
            usagekit::wire::decode<Model>(copy, {usagekit::Strictness::strict, nullptr, 100, &workbench});
        if (!decoded) return to_string(decoded.error()) + " in " + document;
        // as text, since RawJson comes back in the order that it stood in
        if (sorted(usagekit::to_json(decoded.value())) != sorted(text)) return "another value came from " + document;
    }
    return "";
}

/// The first difference that a way to JSON and back makes to a model, be it bare or full; empty when there is none.
template <class Model>
std::string complaint() {
    const auto bare = specimen::bare<Model>();
    if (const auto all = specimen::tally(bare); !all.set.empty()) return "bare has " + all.set[0];
    auto complaint = complaint_of(bare);
    usagekit::wire::Workbench workbench;
    for (std::size_t seed = 0; seed < seeds && complaint.empty(); ++seed) {
        const auto full = specimen::full<Model>(seed);
        if (const auto all = specimen::tally(full); !all.unset.empty()) return "full lacks " + all.unset[0];
        complaint = complaint_of(full);
        if (complaint.empty()) complaint = complaint_of_order(full, static_cast<unsigned>(seed), workbench);
    }
    return complaint;
}

/// The same of several models, a line each.
template <class... Models>
std::string complaints() {
    std::string lines;
    const auto add = [&](const std::string& line) {
        if (!line.empty()) lines.append(line).append("\n");
    };
    (add(complaint<Models>()), ...);
    return lines;
}

}  // namespace round_trip
