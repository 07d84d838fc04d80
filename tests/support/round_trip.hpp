#pragma once

// What holds for every model:
//
//     CHECK(round_trip::complaints<wiremock::User, wiremock::Usage>() == "");

#include <cstddef>
#include <string>
#include <vector>

#include <usagekit/json.hpp>
#include <usagekit/options.hpp>

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

/// The first difference that a way to JSON and back makes to a model, be it bare or full; empty when there is none.
template <class Model>
std::string complaint() {
    const auto bare = specimen::bare<Model>();
    if (const auto all = specimen::tally(bare); !all.set.empty()) return "bare has " + all.set[0];
    auto complaint = complaint_of(bare);
    for (std::size_t seed = 0; seed < seeds && complaint.empty(); ++seed) {
        const auto full = specimen::full<Model>(seed);
        if (const auto all = specimen::tally(full); !all.unset.empty()) return "full lacks " + all.unset[0];
        complaint = complaint_of(full);
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
