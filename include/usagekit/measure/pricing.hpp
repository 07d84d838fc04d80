#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <usagekit/abi.hpp>
#include <usagekit/decimal.hpp>
#include <usagekit/id.hpp>
#include <usagekit/json.hpp>
#include <usagekit/measure/company.hpp>
#include <usagekit/measure/metric.hpp>
#include <usagekit/time.hpp>

namespace USAGEKIT_NAMESPACE::measure {

/// Of an `ItemPricing`.
using ItemPricingId = Id<struct ItemPricingTag>;

/// An amount of money.
struct USAGEKIT_EXPORT Money {
    std::optional<std::string> currency{};    ///< The currency.
    std::optional<Decimal> value_in_cents{};  ///< The amount in cents; exact.

    bool operator==(const Money&) const = default;
};

/// A minimum spend that differs from period to period.
struct USAGEKIT_EXPORT MinimumSpendSchedule {
    std::optional<bool> allow_pulling_forward{};                  ///< Whether amounts may be pulled forward.
    std::optional<std::vector<std::string>> amount_per_period{};  ///< Amounts as text.
    std::optional<std::string> minimum_spend_schedule_type{};     ///< The type of the schedule.

    bool operator==(const MinimumSpendSchedule&) const = default;
};

/// What is recognised in each period.
struct USAGEKIT_EXPORT RecognitionSchedule {
    std::optional<std::vector<std::string>> amount_per_period{};  ///< Amounts as text.

    bool operator==(const RecognitionSchedule&) const = default;
};

/// A price that differs from period to period.
struct USAGEKIT_EXPORT ScheduledPrice {
    std::optional<std::vector<std::string>> price_per_unit_per_period{};  ///< Amounts as text.

    bool operator==(const ScheduledPrice&) const = default;
};

/// A price of credits.
struct USAGEKIT_EXPORT CreditPrice {
    std::optional<Money> amount{};    ///< The amount of money.
    std::optional<ItemId> item_id{};  ///< The item.
    std::optional<Decimal> units{};   ///< How many units; exact.

    bool operator==(const CreditPrice&) const = default;
};

/// A custom price, with its bounds.
struct USAGEKIT_EXPORT CustomPrice {
    std::optional<Decimal> max_price_per_unit{};     ///< The highest price of one unit.
    std::optional<Decimal> min_price_per_unit{};     ///< The lowest price of one unit.
    std::optional<Decimal> preset_price_per_unit{};  ///< The preset price of one unit.
    std::optional<Decimal> price_per_unit{};         ///< The price of one unit.

    bool operator==(const CustomPrice&) const = default;
};

/// A fixed price.
struct USAGEKIT_EXPORT FixedPrice {
    std::optional<Decimal> price_per_unit{};  ///< The price of one unit.

    bool operator==(const FixedPrice&) const = default;
};

/// One tier of a gradient price.
struct USAGEKIT_EXPORT GradientTier {
    std::optional<Decimal> start{};           ///< Where the tier begins.
    std::optional<Decimal> end{};             ///< Where it ends.
    std::optional<Decimal> flat_price{};      ///< The flat price of the tier.
    std::optional<Decimal> price_per_unit{};  ///< The price of one unit.
    std::optional<bool> is_custom_tier{};     ///< Whether it is a custom one.

    bool operator==(const GradientTier&) const = default;
};

/// A price per step.
struct USAGEKIT_EXPORT StepPrice {
    std::optional<Decimal> price_per_step{};  ///< The price of one step.
    std::optional<Decimal> step_size{};       ///< The size of one step.

    bool operator==(const StepPrice&) const = default;
};

/// One tier of a volume price.
struct USAGEKIT_EXPORT VolumeTier {
    std::optional<Decimal> total_units_start{};  ///< The total of units where the tier begins.
    std::optional<Decimal> total_units_end{};    ///< The total of units where it ends.
    std::optional<Decimal> flat_price{};         ///< The flat price of the tier.
    std::optional<Decimal> price_per_unit{};     ///< The price of one unit.
    std::optional<bool> is_custom_tier{};        ///< Whether it is a custom one.

    bool operator==(const VolumeTier&) const = default;
};

/// The pricing of an item.
///
/// Only of `Money` does the contract say that the amount is in cents; of the prices that are plain numbers or text it
/// says neither unit nor currency.
struct USAGEKIT_EXPORT ItemPricing {
    std::optional<ItemPricingId> id{};               ///< Names the pricing.
    std::optional<CompanyId> company_id{};           ///< The company that it belongs to.
    std::optional<Company> company{};                ///< That company.
    std::optional<ItemId> item_id{};                 ///< The item that is priced.
    std::optional<Item> item{};                      ///< That item.
    std::optional<std::string> name{};               ///< Its name.
    std::optional<std::string> external_name{};      ///< Its external name.
    std::optional<std::string> description{};        ///< Its description.
    std::optional<std::string> type{};               ///< Its type.
    std::optional<std::string> display_type{};       ///< Its type for display.
    std::optional<std::string> charge_type{};        ///< The type of the charge.
    std::optional<std::string> frequency{};          ///< The frequency.
    std::optional<std::string> true_up_frequency{};  ///< The frequency of the true-up.
    std::optional<std::string> proration_type{};     ///< The type of the proration.
    std::optional<std::string> state{};              ///< Its state.
    std::optional<bool> editable{};                  ///< Whether it can be edited.
    std::optional<Decimal> base_units{};             ///< The base units; exact.
    std::optional<std::int64_t> num_subs{};          ///< The number of subscriptions.
    std::optional<Decimal> term_count{};             ///< The number of terms; the contract has no integer.
    std::optional<Money> base_price{};               ///< The base price.
    std::optional<Money> minimum_spend{};            ///< The minimum spend.
    std::optional<MinimumSpendSchedule> minimum_spend_schedule{};  ///< The minimum spend by period.
    std::optional<RecognitionSchedule> recognition_schedule{};     ///< What is recognised by period.
    std::optional<ScheduledPrice> scheduled_price{};               ///< The price by period.
    std::optional<CreditPrice> credit_price{};                     ///< The price of credits.
    std::optional<CustomPrice> custom_price{};                     ///< The custom price.
    std::optional<FixedPrice> fixed_price{};                       ///< The fixed price.
    std::optional<std::vector<GradientTier>> gradient_price{};     ///< The tiers of the gradient price.
    std::optional<StepPrice> step_price{};                         ///< The price per step.
    std::optional<std::vector<VolumeTier>> volume_price{};         ///< The tiers of the volume price.
    std::optional<RawJson> metadata{};                             ///< A free-form object.
    std::optional<Timestamp> created_at{};                         ///< When it was made.
    std::optional<Timestamp> updated_at{};                         ///< When it was last changed.

    bool operator==(const ItemPricing&) const = default;
};

}  // namespace USAGEKIT_NAMESPACE::measure
