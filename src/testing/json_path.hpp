#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <usagekit/json.hpp>

namespace USAGEKIT_NAMESPACE::testing {

/// The simple ones of JSONPath: names and indices, `$.usage.groups[0]['a b']`.
class JsonPath {
public:
    /// Nothing for a path with anything else in it.
    [[nodiscard]] static std::optional<JsonPath> parse(std::string_view text);

    /// Does it lead to something in this value? To null counts as nothing, as WireMock has it.
    [[nodiscard]] bool finds_in(const RawJson& json) const;

private:
    std::vector<std::variant<std::string, std::size_t>> steps_{};
};

}  // namespace USAGEKIT_NAMESPACE::testing
