#include <algorithm>
#include <cstddef>
#include <unordered_set>
#include <utility>
#include <vector>

#include <usagekit/measure/report.hpp>

#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::measure {

namespace {

std::optional<DateOrTimestamp> either(const std::optional<Timestamp>& time) {
    return time ? std::optional<DateOrTimestamp>(*time) : std::nullopt;
}

reports::Period period_of(const std::optional<Period>& period) {
    if (!period) return {};
    return {.start = either(period->start_date), .end = either(period->end_date)};
}

/// The first that is not empty.
std::string first_of(std::initializer_list<const std::optional<std::string>*> texts) {
    for (const auto* text : texts) {
        if (*text && !(*text)->empty()) return **text;
    }
    return {};
}

/// JSON without the blanks between its parts.
std::string compact(std::string_view json) {
    std::string out;
    bool is_in_text = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (is_in_text || !is_blank(json[i])) out += json[i];
        if (json[i] == '"') is_in_text = !is_in_text;
        if (json[i] == '\\' && ++i < json.size()) out += json[i];
    }
    return out;
}

/// The text that it is, or its JSON.
std::string text_of(const RawJson& json) {
    auto text = json.as<std::string>();
    return text ? std::move(text).assume_value() : compact(json.str());
}

/// The dimensions of a group, of what it is grouped by.
class Dimensions {
public:
    /// A name that is taken already stands behind the one of where it comes from, `breakout.region` for example.
    void add(std::string_view from, std::string name, std::string value) {
        if (!taken_.insert(name).second) name = concat(from, ".", name);
        taken_.insert(name);
        pairs_.emplace_back(std::move(name), std::move(value));
    }

    /// The members of a free-form object; of anything else, all of it by the name that it has.
    void add_all(std::string_view from, const std::optional<RawJson>& json) {
        if (!json) return;
        const auto members = json->as<Map<RawJson>>();
        if (!members) return add(from, std::string(from), text_of(*json));
        for (const auto& [member, value] : members.assume_value()) add(from, member, text_of(value));
    }

    [[nodiscard]] Map<std::string> take() { return Map<std::string>::from_pairs(std::move(pairs_)); }

private:
    std::vector<Map<std::string>::value_type> pairs_{};
    std::unordered_set<std::string> taken_{};
};

/// So that it covers the other one as well.
void widen(reports::Period& period, const reports::Period& other) {
    if (other.start && (!period.start || *other.start < *period.start)) period.start = other.start;
    if (other.end && (!period.end || *other.end > *period.end)) period.end = other.end;
}

/// Turns an answer into one metric, and counts what is no number on the way.
class Reporter {
public:
    explicit Reporter(const Usage& usage) : usage_(usage) {
        if (!usage.usage) return;
        records_ = &*usage.usage;
        for (const auto& record : *records_) widen(whole_, period_of(record.period));
    }

    [[nodiscard]] reports::Metric metric() {
        reports::Metric metric{.id = id(), .name = name()};
        if (has_one_record()) metric.used = number(records_->front().value);
        if (records_ == nullptr) return metric;
        for (const auto& record : *records_) add_groups(metric, record);
        return metric;
    }

    /// From the earliest start of a record to the latest end.
    [[nodiscard]] const reports::Period& period() const { return whole_; }

    [[nodiscard]] std::vector<std::string> notes() const {
        std::vector<std::string> notes;
        if (records_ == nullptr || records_->empty()) notes.emplace_back("the service gave no usage");
        if (records_ != nullptr && records_->size() > 1) {
            notes.push_back(concat(std::to_string(records_->size()),
                                   " records are shown as groups: the contract does not say that they add up"));
        }
        if (others_ > 0) {
            notes.push_back(concat(std::to_string(others_), " of ", std::to_string(values_),
                                   " values are no numbers, and left out: a value can be any JSON"));
        }
        notes.emplace_back("the service gives no units, limits or cost of usage; its pricing is left out");
        return notes;
    }

private:
    [[nodiscard]] bool has_one_record() const { return records_ != nullptr && records_->size() == 1; }

    [[nodiscard]] std::string id() const {
        if (usage_.metric && usage_.metric->name && !usage_.metric->name->empty()) return *usage_.metric->name;
        if (usage_.metric && usage_.metric->id) return usage_.metric->id->str();
        const auto& pricing = usage_.product_metric_pricing;
        return pricing && pricing->id ? pricing->id->str() : "usage";
    }

    [[nodiscard]] std::string name() const {
        const auto name = usage_.metric ? first_of({&usage_.metric->external_name, &usage_.metric->name}) : "";
        return name.empty() ? id() : name;
    }

    /// The number that a value is.
    std::optional<Decimal> number(const std::optional<RawJson>& value) {
        if (!value) return std::nullopt;
        ++values_;
        auto number = value->as<Decimal>();
        if (number) return std::move(number).assume_value();
        ++others_;
        return std::nullopt;
    }

    void add_groups(reports::Metric& metric, const UsageRecord& record) {
        const auto own_period = period_of(record.period);
        if (!has_one_record()) add_group(metric, named(record), own_period, record.value);
        if (!record.breakdown) return;
        for (const auto& part : *record.breakdown) {
            auto dimensions = named(record);
            dimensions.add_all("grouping", part.grouping);
            dimensions.add_all("breakout", part.breakout);
            add_group(metric, std::move(dimensions), part.period ? period_of(part.period) : own_period, part.value);
        }
    }

    /// Of several records, each by its ID.
    [[nodiscard]] Dimensions named(const UsageRecord& record) const {
        Dimensions dimensions;
        const auto& id = record.subscription_metric_record_id;
        if (!has_one_record() && id) dimensions.add("record", "record", id->str());
        return dimensions;
    }

    void add_group(reports::Metric& metric, Dimensions dimensions, const reports::Period& its_period,
                   const std::optional<RawJson>& value) {
        auto& group = metric.groups.emplace_back();
        group.dimensions = dimensions.take();
        if (its_period != reports::Period{} && its_period != whole_) group.period = its_period;
        group.used = number(value);
    }

    const Usage& usage_;
    const std::vector<UsageRecord>* records_ = nullptr;
    reports::Period whole_{};
    std::size_t values_ = 0;
    std::size_t others_ = 0;
};

}  // namespace

UsageReport report(const Usage& usage, std::optional<std::string> subject) {
    Reporter reporter(usage);
    UsageReport report{.provider = "measure", .subject = std::move(subject), .period = reporter.period()};
    report.metrics.push_back(reporter.metric());
    report.notes = reporter.notes();
    return report;
}

}  // namespace USAGEKIT_NAMESPACE::measure
