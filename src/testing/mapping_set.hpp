#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <usagekit/map.hpp>
#include <usagekit/result.hpp>

#include "testing/answer.hpp"
#include "testing/mapping.hpp"
#include "testing/request_matcher.hpp"
#include "testing/sought.hpp"

namespace USAGEKIT_NAMESPACE::testing {

/// Mappings, and in which state their scenarios are. For one thread at a time.
class MappingSet {
public:
    /// Adds the mappings of a file. Gives `invalid_request`, with file and JSON path, for what cannot be used.
    [[nodiscard]] Result<void> add(const std::string& file, const std::string& text, const ReadFile& read_file);

    [[nodiscard]] bool empty() const noexcept { return loaded_.empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return loaded_.size(); }

    /// The answer of the mapping that comes first of those that match; its scenario goes on. Null when none does.
    [[nodiscard]] const Answer* answer(const Sought& request);

    /// What to say then; it has of the request only what `shown` has: its copy without secrets.
    [[nodiscard]] Error unmatched(const Sought& request, const Sought& shown) const;

    /// The names of those that have answered nothing.
    [[nodiscard]] std::vector<std::string> unused() const;

private:
    struct Loaded {
        std::string name{};  // its file, and where in it
        std::int64_t priority = 5;
        std::string scenario{};
        std::string required_state{};
        std::string new_state{};
        RequestMatcher matcher{};
        Answer answer{};
        bool is_used = false;
    };

    [[nodiscard]] Result<void> add_one(const std::string& file, const PlacedMapping& placed, const ReadFile& read_file);
    [[nodiscard]] bool is_due(const Loaded& one) const;
    [[nodiscard]] std::string state_of(const std::string& scenario) const;
    [[nodiscard]] std::vector<Difference> differences(const Loaded& one, const Sought& request,
                                                      const Sought& shown) const;

    std::vector<Loaded> loaded_{};  // in the order in which they are asked
    Map<std::string> states_{};     // of the scenarios that have left their first one
};

}  // namespace USAGEKIT_NAMESPACE::testing
