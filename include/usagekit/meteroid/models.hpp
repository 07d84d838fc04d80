#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <usagekit/abi.hpp>
#include <usagekit/decimal.hpp>
#include <usagekit/error.hpp>
#include <usagekit/id.hpp>
#include <usagekit/json.hpp>
#include <usagekit/map.hpp>
#include <usagekit/open_enum.hpp>
#include <usagekit/required.hpp>
#include <usagekit/time.hpp>

/// Meteroid: what its usage API takes and returns. Source of every member: the contract's Meteroid schemas;
/// the contract does not have the customer and summary operations, which are those of Meteroid's API reference.
namespace USAGEKIT_NAMESPACE::meteroid {

using printing::operator<<;

/// Of a subscription: `sub_` and 1 to 22 letters or digits, or a UUID.
using SubscriptionId = Id<struct SubscriptionTag>;
/// Of a billable metric: `bm_` and 1 to 22 letters or digits, or a UUID.
using MetricId = Id<struct MetricTag>;
/// Of a customer: the ID that Meteroid gave it, or the alias that you did.
using CustomerId = Id<struct CustomerTag>;

/// Asks for the usage of a subscription. Without dates its current billing period is meant.
struct USAGEKIT_EXPORT GetSubscriptionUsage {
    Required<SubscriptionId> subscription_id;  ///< Whose usage.
    std::optional<Date> start_date{};          ///< Where the period begins.
    std::optional<Date> end_date{};            ///< Where it ends; after `start_date`.
    std::optional<MetricId> metric_id{};       ///< Only this metric. One that the subscription lacks: no usage.

    bool operator==(const GetSubscriptionUsage&) const = default;
};

/// Asks for the usage of a customer.
struct USAGEKIT_EXPORT GetCustomerUsage {
    Required<CustomerId> customer_id;     ///< Whose usage; an alias may be any text.
    Required<Date> start_date;            ///< Where the period begins.
    Required<Date> end_date;              ///< Where it ends; after `start_date`.
    std::optional<MetricId> metric_id{};  ///< Only this metric.

    bool operator==(const GetCustomerUsage&) const = default;
};

/// Asks for the usage of all customers.
struct USAGEKIT_EXPORT GetUsageSummary {
    Required<Date> start_date;            ///< Where the period begins.
    Required<Date> end_date;              ///< Where it ends; after `start_date`.
    std::optional<MetricId> metric_id{};  ///< Only this metric.

    bool operator==(const GetUsageSummary&) const = default;
};

/// Usage for one combination of dimension values.
struct USAGEKIT_EXPORT GroupedUsage {
    Decimal value{};                ///< The amount; exact.
    Map<std::string> dimensions{};  ///< The values by dimension, `region` to `eu` for example; may be empty.

    bool operator==(const GroupedUsage&) const = default;
};

/// Usage of one metric.
struct USAGEKIT_EXPORT MetricUsage {
    MetricId metric_id{};       ///< Which metric.
    std::string metric_name{};  ///< Its name for people.
    std::string metric_code{};  ///< Its name for programs.
    /// The sum of the groups' values, exact. It is the sum whatever way the metric aggregates: of a metric that takes a
    /// maximum or an average it is no maximum and no average.
    Decimal total_value{};
    std::vector<GroupedUsage> grouped_usage{};  ///< By combination of dimension values.

    bool operator==(const MetricUsage&) const = default;
};

/// Usage in a period, per metric: what all three operations return.
struct USAGEKIT_EXPORT Usage {
    Date period_start{};  ///< Where the period begins.
    Date period_end{};    ///< Where it ends.
    std::vector<MetricUsage>
        usage{};  ///< Empty when there is none, or when the metric that was asked for is not there.

    bool operator==(const Usage&) const = default;
};

/// The documented codes of errors.
enum class ErrorCode : std::uint8_t {
    bad_request,            ///< `BAD_REQUEST`
    not_found,              ///< `NOT_FOUND`
    conflict,               ///< `CONFLICT`
    forbidden,              ///< `FORBIDDEN`
    unauthorized,           ///< `UNAUTHORIZED`
    too_many_requests,      ///< `TOO_MANY_REQUESTS`
    internal_server_error,  ///< `INTERNAL_SERVER_ERROR`
};

/// The code that Meteroid gave for an error of one of these calls; nothing when it gave none. Its text is
/// `Error::code`.
[[nodiscard]] USAGEKIT_EXPORT std::optional<Open<ErrorCode>> error_code(const Error& error);

}  // namespace USAGEKIT_NAMESPACE::meteroid
