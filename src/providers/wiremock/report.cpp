#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include <usagekit/wiremock/report.hpp>

#include "core/number.hpp"
#include "core/text.hpp"
#include "providers/wiremock/fields.hpp"

namespace USAGEKIT_NAMESPACE::wiremock {

namespace {

using reports::MetricKind;

template <class T>
inline constexpr bool is_count = std::same_as<T, std::int64_t> || std::same_as<T, std::optional<std::int64_t>>;

std::optional<std::int64_t> given(std::optional<std::int64_t> count) { return count; }

/// `Total mock api count` for `totalMockApiCount`.
std::string in_words(std::string_view camel_case) {
    std::string words;
    for (const char c : camel_case) {
        if (is_upper(c)) words += ' ';
        words += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (is_lower(words.front())) words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

/// What is called, and exported, is counted through the period; all others are numbers of things that are there.
MetricKind kind_of(std::string_view name) {
    return name.ends_with("CalledCount") ? MetricKind::counter : MetricKind::gauge;
}

reports::Metric metric_of(std::string_view name, std::int64_t count) {
    return {.id = std::string(name), .name = in_words(name), .kind = kind_of(name), .used = count};
}

void set_limit(reports::Metric& metric, std::int64_t limit) {
    metric.limit = limit;
    if (limit > 0) metric.percentage = percentage(*metric.used, limit);
}

/// A metric for each count of the table that the answer has.
std::vector<reports::Metric> metrics_of(const Usage& usage) {
    std::vector<reports::Metric> metrics;
    const auto add = [&](const auto& row) {
        if constexpr (is_count<typename std::remove_cvref_t<decltype(row)>::Value>) {
            if (row.name == "seatLimit") return;  // it limits one of the others
            const auto count = given(row.of(usage));
            if (!count) return;
            metrics.push_back(metric_of(row.name, *count));
            if (row.name == "totalSeatCount" && usage.seat_limit) set_limit(metrics.back(), *usage.seat_limit);
        }
    };
    wire::each_row<Usage>(add);
    return metrics;
}

}  // namespace

UsageReport report(const Usage& usage, std::optional<std::string> subject) {
    UsageReport report{.provider = "wiremock",
                       .subject = std::move(subject),
                       .period = {.start = usage.current_period_start, .end = usage.current_period_end},
                       .metrics = metrics_of(usage)};
    report.notes.emplace_back(
        "all figures are counts: the service gives no units and no cost, and a limit of seats only");
    report.notes.emplace_back(usage.seat_limit ? "the seat limit is taken to be that of the total seat count"
                                               : "there is no seat limit");
    return report;
}

}  // namespace USAGEKIT_NAMESPACE::wiremock
