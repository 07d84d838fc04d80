#include "testing/mapping_set.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#include "core/refusal.hpp"
#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::testing {

namespace {

constexpr std::size_t longest_url = 500;

Error in_file(const std::string& file, const Error& error) {
    auto refused =
        refusal(concat(file, error.json_path.empty() ? "" : ", ", error.json_path, ": ", error.message),
                error.kind == ErrorKind::decode
                    ? "take out what docs/guide/testing.md does not list, or let WireMock itself serve the folder"
                    : error.advice);
    refused.json_path = error.json_path;
    return refused;
}

int weight(const std::vector<Difference>& differences) {
    return std::accumulate(differences.begin(), differences.end(), 0,
                           [](int sum, const Difference& one) { return sum + one.weight; });
}

std::string joined(const std::vector<Difference>& differences) {
    std::string text;
    std::string_view separator;
    for (const auto& one : differences) text.append(std::exchange(separator, "; ")).append(one.says);
    return text;
}

}  // namespace

Result<void> MappingSet::add(const std::string& file, const std::string& text, const ReadFile& read_file) {
    const auto placed = read_mappings(text);
    if (!placed) return in_file(file, placed.assume_error());
    for (const auto& one : placed.assume_value()) {
        auto added = add_one(file, one, read_file);
        if (!added) return in_file(file, added.assume_error());
    }
    return success();
}

Result<void> MappingSet::add_one(const std::string& file, const PlacedMapping& placed, const ReadFile& read_file) {
    const auto& [mapping, json_path] = placed;
    auto matcher = RequestMatcher::make(mapping.request, concat(json_path, ".request"));
    if (!matcher) return std::move(matcher).assume_error();
    auto answer = answer_of(mapping.response, read_file, concat(json_path, ".response"));
    if (!answer) return std::move(answer).assume_error();
    if (!mapping.scenario_name && (mapping.required_scenario_state || mapping.new_scenario_state)) {
        auto error = refusal("a state without scenarioName", "name the scenario");
        error.json_path = json_path;
        return error;
    }
    Loaded loaded{.name = json_path == "$" ? file : concat(file, " ", json_path),
                  .priority = mapping.priority.value_or(5),
                  .scenario = mapping.scenario_name.value_or(""),
                  .required_state = mapping.required_scenario_state.value_or(""),
                  .new_state = mapping.new_scenario_state.value_or(""),
                  .matcher = std::move(matcher).assume_value(),
                  .answer = std::move(answer).assume_value()};
    const auto place = std::upper_bound(loaded_.begin(), loaded_.end(), loaded,
                                        [](const Loaded& a, const Loaded& b) { return a.priority < b.priority; });
    loaded_.insert(place, std::move(loaded));
    return success();
}

std::string MappingSet::state_of(const std::string& scenario) const {
    const auto* const state = states_.find(scenario);
    return state == nullptr ? std::string(first_state) : *state;
}

bool MappingSet::is_due(const Loaded& one) const {
    return one.required_state.empty() || one.required_state == state_of(one.scenario);
}

const Answer* MappingSet::answer(const Sought& request) {
    const auto found = std::find_if(loaded_.begin(), loaded_.end(),
                                    [&](const Loaded& one) { return is_due(one) && one.matcher.matches(request); });
    if (found == loaded_.end()) return nullptr;
    found->is_used = true;
    if (!found->new_state.empty()) states_.insert_or_assign(found->scenario, found->new_state);
    return &found->answer;
}

std::vector<Difference> MappingSet::differences(const Loaded& one, const Sought& request, const Sought& shown) const {
    auto all = one.matcher.differences(request, shown);
    if (!is_due(one)) {
        all.push_back({concat("scenario ", printable(one.scenario), " is in the state ",
                              printable(state_of(one.scenario)), ", not ", printable(one.required_state))});
    }
    return all;
}

Error MappingSet::unmatched(const Sought& request, const Sought& shown) const {
    std::optional<std::vector<Difference>> least;
    std::string_view nearest;
    for (const auto& one : loaded_) {
        auto all = differences(one, request, shown);
        if (least && weight(*least) <= weight(all)) continue;
        least = std::move(all);
        nearest = one.name;
    }
    const auto asked = concat("no mapping answers ", request.method, " ", shortened(printable(shown.url), longest_url));
    return refusal(
        concat(asked, "; the nearest, ", nearest, ", differs: ", joined(least.value_or(std::vector<Difference>()))),
        "record the request or add a mapping for it, or correct what the program asks");
}

std::vector<std::string> MappingSet::unused() const {
    std::vector<std::string> names;
    for (const auto& one : loaded_) {
        if (!one.is_used) names.push_back(one.name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace USAGEKIT_NAMESPACE::testing
