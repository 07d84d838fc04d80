#pragma once

#include <compare>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::billing {

/// A metric that the provider documents; it is a `MetricId` wherever one is expected.
class DocumentedMetric {
public:
    /// Takes the name as answers spell it.
    explicit constexpr DocumentedMetric(std::string_view name) noexcept : name_(name) {}

    /// As answers spell it.
    [[nodiscard]] constexpr std::string_view name() const noexcept { return name_; }

private:
    std::string_view name_;
};

inline constexpr DocumentedMetric api_calls{"apiCalls"};   ///< API requests made; in requests.
inline constexpr DocumentedMetric storage{"storage"};      ///< Data stored; in GB.
inline constexpr DocumentedMetric seats{"seats"};          ///< Team members; in users.
inline constexpr DocumentedMetric bandwidth{"bandwidth"};  ///< Data transferred out; in GB.
inline constexpr DocumentedMetric emails{"emails"};        ///< Emails sent; in emails.
inline constexpr DocumentedMetric webhooks{"webhooks"};    ///< Webhook events processed; in events.

/// Names a metric. Requests spell it in snake case (`api_calls`), answers in camel case (`apiCalls`); both are the same
/// metric, so they compare equal. A metric that is not documented is named by its text in either spelling; one in
/// neither (`API_CALLS`, `HTTPCalls`) is asked for as `query_name` has it, and found as `json_name` does.
class USAGEKIT_EXPORT MetricId {
public:
    MetricId() = default;
    /// A documented metric.
    explicit(false) MetricId(DocumentedMetric metric) : MetricId(std::string(metric.name())) {}
    /// Any metric. An empty name, and one with a comma, cannot be asked for (`invalid_request`).
    explicit MetricId(std::string name);

    /// The name as it was given or received.
    [[nodiscard]] const std::string& str() const noexcept { return name_; }
    /// In camel case, as answers spell it: an underscore before a letter or digit goes, and the letter becomes a
    /// capital.
    [[nodiscard]] const std::string& json_name() const noexcept { return json_name_; }
    /// In snake case, as requests spell it. A name that has underscores, or no capitals, is not changed.
    [[nodiscard]] std::string query_name() const;

private:
    std::string name_{};
    std::string json_name_{};
};

/// By `json_name`.
[[nodiscard]] inline bool operator==(const MetricId& left, const MetricId& right) noexcept {
    return left.json_name() == right.json_name();
}
/// By `json_name`.
[[nodiscard]] inline std::strong_ordering operator<=>(const MetricId& left, const MetricId& right) noexcept {
    return left.json_name() <=> right.json_name();
}

/// Writes the name as it was given or received.
inline std::ostream& operator<<(std::ostream& out, const MetricId& id) { return out << id.str(); }

}  // namespace USAGEKIT_NAMESPACE::billing

/// @cond
/// Metric IDs can be keys of unordered containers.
template <>
struct std::hash<usagekit::billing::MetricId> {
    std::size_t operator()(const usagekit::billing::MetricId& id) const noexcept {
        return std::hash<std::string>{}(id.json_name());
    }
};
/// @endcond
