#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <usagekit/abi.hpp>
#include <usagekit/decimal.hpp>
#include <usagekit/json.hpp>
#include <usagekit/map.hpp>
#include <usagekit/open_enum.hpp>
#include <usagekit/time.hpp>

/// What all providers say of usage, in one form: the same program, table or page shows any of them.
///
/// `<usagekit/PROVIDER/report.hpp>` has the function that makes a report of that provider's model. What a provider does
/// not say stays absent, and `UsageReport::notes` say in words what was lost on the way or is to be read with care.
///
/// A report is plain data: `to_json` and `from_json` (usagekit/json.hpp) write and read it, so that one can be kept and
/// compared with a later one (`diff` in usagekit/report_analysis.hpp). `usagekit/report_writers.hpp` shows it to
/// people.
namespace USAGEKIT_NAMESPACE {

/// Named apart, so that the report's types print as models do, and no others of this namespace.
namespace reports {

using printing::operator<<;

/// How the figures of a metric move.
enum class MetricKind : std::uint8_t {
    unknown,  ///< `unknown`: the provider does not say.
    counter,  ///< `counter`: begins at zero with each period, and only grows inside of it. Requests for example.
    gauge,    ///< `gauge`: a level, which goes up and down. Seats for example.
};

/// What the figures cover. An end that the provider does not give is absent.
struct USAGEKIT_EXPORT Period {
    std::optional<DateOrTimestamp> start{};  ///< Its first day or moment.
    std::optional<DateOrTimestamp> end{};    ///< Its end, as the provider gives it.

    bool operator==(const Period&) const = default;
};

/// What the provider itself expects at the end of the period.
struct USAGEKIT_EXPORT Projection {
    Decimal used{};                       ///< In the metric's unit.
    std::optional<Decimal> percentage{};  ///< In percent of the limit.

    bool operator==(const Projection&) const = default;
};

/// A part of a metric's usage.
struct USAGEKIT_EXPORT Group {
    Map<std::string> dimensions{};  ///< What sets it apart from the others: `region` to `eu` for example; may be empty.
    std::optional<Period> period{};  ///< When it covers another period than the report does.
    std::optional<Decimal> used{};   ///< In the metric's unit; absent when the provider gives no number.

    bool operator==(const Group&) const = default;
};

/// Usage of one metric. Amounts are in its unit.
struct USAGEKIT_EXPORT Metric {
    std::string id{};                        ///< Its name for programs, as the provider has it.
    std::string name{};                      ///< Its name for people.
    Open<MetricKind> kind{};                 ///< How it moves.
    std::optional<std::string> unit{};       ///< As the provider spells it.
    std::optional<Decimal> used{};           ///< What has been used; absent when the provider gives no one number.
    std::optional<Decimal> limit{};          ///< What the plan includes, or allows.
    std::optional<Decimal> overage{};        ///< What was used beyond it, as the provider counts that.
    std::optional<Decimal> percentage{};     ///< `used` in percent of `limit`; may be more than 100.
    std::optional<Projection> projection{};  ///< What the provider expects.
    std::vector<Group> groups{};             ///< The parts that the provider gives, in its order.

    bool operator==(const Metric&) const = default;
};

/// What the usage so far costs.
struct USAGEKIT_EXPORT Cost {
    Decimal total{};                        ///< In all.
    std::optional<Decimal> base{};          ///< Of it, the plan.
    std::optional<Decimal> overage{};       ///< Of it, what goes beyond the plan.
    std::optional<std::string> currency{};  ///< As the provider spells it, `usd` for example.

    bool operator==(const Cost&) const = default;
};

}  // namespace reports

/// How much has been used, of what, in which period, and at what cost.
struct USAGEKIT_EXPORT UsageReport {
    std::string provider{};                  ///< `wiremock`, `meteroid`, `measure`, `billing`, or another one.
    std::optional<std::string> subject{};    ///< Whose usage it is, as the caller names it (UTF-8); answers do not say.
    reports::Period period{};                ///< What the figures cover.
    std::vector<reports::Metric> metrics{};  ///< In the provider's order. Metrics are never added up.
    std::optional<reports::Cost> cost{};     ///< Absent where the provider gives none.
    std::vector<std::string> notes{};        ///< What was lost, or is to be read with care; for people, in English.

    bool operator==(const UsageReport&) const = default;
};

/// Writes the report as `to_json` does.
USAGEKIT_EXPORT std::ostream& operator<<(std::ostream& out, const UsageReport& report);

}  // namespace USAGEKIT_NAMESPACE
