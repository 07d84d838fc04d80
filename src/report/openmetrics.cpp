#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <usagekit/report_writers.hpp>

#include "core/number.hpp"
#include "core/text.hpp"
#include "report/figures.hpp"
#include "report/metric_families.hpp"
#include "report/metric_names.hpp"
#include "report/moment.hpp"

// What is written is OpenMetrics 1.0 and Prometheus' older text format (0.0.4) at once: a scraper may take it for
// either. In the one a counter `x` has a sample `x_total`, in the other its name is `x_total`; so the one finds
// `# TYPE x_total counter` wrong, and the other finds nothing about `x_total` in `# TYPE x counter`. A counter is
// therefore a family `x_total` without a type. rate() and increase() go by the suffix and the values, not by the type.

namespace USAGEKIT_NAMESPACE {

namespace {

using reports::Group;
using reports::Metric;
using reports::Period;

/// The name of a figure in that of its family, and what it is, for people: before and behind the metric's name.
struct Figure {
    std::string_view name;
    std::string_view before;
    std::string_view behind;
};
constexpr Figure used{"used", "What has been used of ", ""};
constexpr Figure used_by_group{"used_by_group", "What each group has used of ", ""};
constexpr Figure limit{"limit", "What the plan includes or allows of ", ""};
constexpr Figure overage{"overage", "What has been used of ", " beyond the limit"};
constexpr Figure projected{"projected", "What the provider expects to be used of ", " by the end of the period"};
constexpr Figure used_ratio{"used_ratio", "What has been used of ", ", as a share of the limit"};
constexpr Figure projected_ratio{"projected_ratio", "What the provider expects to be used of ",
                                 " by the end of the period, as a share of the limit"};

std::string joined(std::string_view left, std::string_view right) {
    return right.empty() ? std::string(left) : concat(left, "_", right);
}

Decimal ratio(const Decimal& percentage) { return product(percentage, decimal_from_checked("0.01")); }

Decimal unix_seconds(const DateOrTimestamp& time) {
    const auto since_epoch = moment_of(time).time_since_epoch();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(since_epoch);
    return seconds == since_epoch ? Decimal(seconds.count())
                                  : product(since_epoch.count(), decimal_from_checked("0.000001"));
}

/// The families of one metric.
class MetricHeads {
public:
    MetricHeads(std::string_view prefix, const Metric& metric)
        : metric_(metric),
          name_(joined(prefix, metric_name_part(metric.id))),
          unit_(unit_name_part(metric.unit.value_or(""))) {}

    /// Of a figure that moves as the metric does.
    [[nodiscard]] FamilyHead moving(const Figure& figure) const {
        auto head = level(figure);
        head.is_gauge = metric_.kind == reports::MetricKind::gauge;
        if (metric_.kind == reports::MetricKind::counter) head.name += "_total";
        return head;
    }

    /// Of a figure in the metric's unit that goes up and down.
    [[nodiscard]] FamilyHead level(const Figure& figure) const {
        auto help = meaning(figure);
        if (metric_.unit && !metric_.unit->empty()) help.append(", in ").append(*metric_.unit);
        return {.name = joined(joined(name_, figure.name), unit_),
                .help = std::move(help),
                .unit = unit_,
                .is_gauge = true};
    }

    [[nodiscard]] FamilyHead share(const Figure& figure) const {
        return {.name = joined(name_, figure.name), .help = meaning(figure), .unit = "ratio", .is_gauge = true};
    }

private:
    [[nodiscard]] std::string meaning(const Figure& figure) const {
        return concat(figure.before, shown_name(metric_), figure.behind);
    }

    const Metric& metric_;
    std::string name_;
    std::string unit_;
};

class Exposition {
public:
    void add(const UsageReport& report) {
        Place place{.prefix = concat("usagekit_", metric_name_part(report.provider)),
                    .subject = report.subject.value_or("")};
        place.occurrence = next_occurrence(concat(place.prefix, " report ", labels_of(place).str()), 1);
        add_period(place, report.period);
        for (const auto& metric : report.metrics) add_metric(place, metric);
        if (report.cost) add_cost(place, *report.cost);
    }

    [[nodiscard]] std::string text() const { return families_.text(); }

private:
    /// Where samples belong.
    struct Place {
        std::string prefix{};
        std::string subject{};
        int occurrence = 1;
    };

    static Labels labels_of(const Place& place) {
        Labels labels;
        labels.add("subject", place.subject);
        return labels;
    }

    static Labels labels_of(const Place& place, const Metric& metric) {
        Labels labels;
        labels.add("metric", metric.id);
        labels.add("subject", place.subject);
        return labels;
    }

    /// All figures of a report or a metric have the same number, so that they can be joined.
    int next_occurrence(const std::string& of, int at_least) {
        auto& last = occurrences_[of];
        return last = std::max(last + 1, at_least);
    }

    void add_period(const Place& place, const Period& period) {
        add_moment(place, "start", "When the period began that the figures cover, in Unix time", period.start);
        add_moment(place, "end", "When the period ends that the figures cover, in Unix time", period.end);
    }

    void add_moment(const Place& place, std::string_view end, std::string_view help,
                    const std::optional<DateOrTimestamp>& time) {
        if (!time) return;
        const FamilyHead head{.name = concat(place.prefix, "_period_", end, "_timestamp_seconds"),
                              .help = std::string(help),
                              .unit = "seconds",
                              .is_gauge = true};
        families_.add(head, labels_of(place), place.occurrence, unix_seconds(*time));
    }

    void add_metric(const Place& place, const Metric& metric) {
        const MetricHeads heads(place.prefix, metric);
        const auto labels = labels_of(place, metric);
        const auto occurrence = next_occurrence(concat(place.prefix, " metric ", labels.str()), place.occurrence);
        const auto add = [&](const FamilyHead& head, const Decimal& value) {
            families_.add(head, labels, occurrence, value);
        };
        if (metric.used) add(heads.moving(used), *metric.used);
        if (metric.limit) add(heads.level(limit), *metric.limit);
        if (metric.overage) add(heads.level(overage), *metric.overage);
        if (metric.percentage) add(heads.share(used_ratio), ratio(*metric.percentage));
        if (metric.projection) add(heads.level(projected), metric.projection->used);
        if (metric.projection && metric.projection->percentage) {
            add(heads.share(projected_ratio), ratio(*metric.projection->percentage));
        }
        if (metric.groups.empty()) return;
        const auto head = heads.moving(used_by_group);
        for (const auto& group : metric.groups) add_group(head, labels, occurrence, group);
    }

    void add_group(const FamilyHead& head, Labels labels, int occurrence, const Group& group) {
        if (!group.used) return;
        if (group.period && group.period->start) labels.add("period_start", to_string(*group.period->start));
        if (group.period && group.period->end) labels.add("period_end", to_string(*group.period->end));
        std::vector<std::pair<std::string_view, std::string_view>> dimensions;
        for (const auto& [name, value] : group.dimensions) {
            dimensions.emplace_back(dimension_labels_.label_of(name), value);
        }
        // The dimensions of a group have no order, and labels in another order are the same labels.
        std::sort(dimensions.begin(), dimensions.end());
        for (const auto& [label, value] : dimensions) labels.add(label, value);
        families_.add(head, labels, occurrence, *group.used);
    }

    /// Families of their own, so that no sum over one counts a part twice.
    void add_cost(const Place& place, const reports::Cost& cost) {
        add_amount(place, "_cost", "What the usage so far costs", cost.total, cost.currency);
        if (cost.base) add_amount(place, "_cost_base", "What the plan costs", *cost.base, cost.currency);
        if (!cost.overage) return;
        add_amount(place, "_cost_overage", "What the usage beyond the plan costs", *cost.overage, cost.currency);
    }

    void add_amount(const Place& place, std::string_view name, std::string_view help, const Decimal& amount,
                    const std::optional<std::string>& currency) {
        Labels labels;
        labels.add("currency", currency.value_or(""));
        labels.add("subject", place.subject);
        const FamilyHead head{.name = concat(place.prefix, name), .help = std::string(help), .is_gauge = true};
        families_.add(head, labels, place.occurrence, amount);
    }

    MetricFamilies families_{};
    DimensionLabels dimension_labels_{};
    std::unordered_map<std::string, int> occurrences_{};
};

}  // namespace

std::string to_openmetrics(std::span<const UsageReport> reports) {
    Exposition exposition;
    for (const auto& report : reports) exposition.add(report);
    return exposition.text();
}

}  // namespace USAGEKIT_NAMESPACE
