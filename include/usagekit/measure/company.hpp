#pragma once

#include <optional>
#include <ostream>
#include <string>

#include <usagekit/abi.hpp>
#include <usagekit/id.hpp>
#include <usagekit/json.hpp>
#include <usagekit/time.hpp>

namespace USAGEKIT_NAMESPACE::measure {

using printing::operator<<;

/// Of a `Company`; begins with `cmp_`.
using CompanyId = Id<struct CompanyTag>;
/// Of a customer; a `Company` has one.
using CustomerId = Id<struct CustomerTag>;

/// The address of a company.
struct USAGEKIT_EXPORT Address {
    std::optional<std::string> address_line_1{};  ///< The first line.
    std::optional<std::string> address_line_2{};  ///< The second line.
    std::optional<std::string> city{};            ///< The city.
    std::optional<std::string> state{};           ///< The state of the country.
    std::optional<std::string> zip{};             ///< The ZIP code.
    std::optional<std::string> country{};         ///< The country.
    std::optional<std::string> place_id{};        ///< An ID of the place.

    bool operator==(const Address&) const = default;
};

/// A company.
struct USAGEKIT_EXPORT Company {
    std::optional<CompanyId> id{};                    ///< Names the company in URLs.
    std::optional<CustomerId> customer_id{};          ///< The ID of its customer.
    std::optional<std::string> name{};                ///< Its name.
    std::optional<std::string> legal_name{};          ///< Its legal name.
    std::optional<std::string> slug{};                ///< Its slug.
    std::optional<std::string> email{};               ///< Its email address.
    std::optional<std::string> phone{};               ///< Its phone number.
    std::optional<std::string> preferred_currency{};  ///< The currency that it prefers.
    std::optional<std::string> preferred_timezone{};  ///< The time zone that it prefers.
    std::optional<bool> demo{};                       ///< Whether it is one for demonstration.
    std::optional<bool> is_dev{};                     ///< Whether it is one for development.
    std::optional<RawJson> computed_entitlements{};   ///< A free-form object, unlike those of a `ProductPricing`.
    std::optional<Address> address{};                 ///< Its address.
    std::optional<Timestamp> created_at{};            ///< When it was made.
    std::optional<Timestamp> updated_at{};            ///< When it was last changed.

    bool operator==(const Company&) const = default;
};

}  // namespace USAGEKIT_NAMESPACE::measure
