// MISTAKE required_without_optional: only a std::optional member needs required\(\)
// MISTAKE as_text_without_decimal: as_text\(\) is for members of type Decimal
// MISTAKE comma_separated_without_vector: comma_separated\(\) is for members of type std::vector
// MISTAKE additional_without_map: additional\(\) needs a member of type usagekit::Map
// MISTAKE additional_not_last: additional\(\) must be the last row
// MISTAKE additional_twice: a model can have one additional\(\) row
#include <cstdint>
#include <optional>

#include <usagekit/decimal.hpp>
#include <usagekit/map.hpp>

#include "wire/field.hpp"

namespace usagekit {

struct Bill {
    std::int64_t number = 0;
    std::optional<std::int64_t> due{};
    Decimal total{};
    Map<Decimal> parts{};
    Map<Decimal> others{};
};

#if defined(MISTAKE_required_without_optional)
constexpr auto number = wire::required(wire::field("number", &Bill::number));
#elif defined(MISTAKE_as_text_without_decimal)
constexpr auto number = wire::as_text(wire::field("number", &Bill::number));
#elif defined(MISTAKE_comma_separated_without_vector)
constexpr auto number = wire::comma_separated(wire::field("number", &Bill::number));
#elif defined(MISTAKE_additional_without_map)
constexpr auto number = wire::additional(&Bill::number);
#else
constexpr auto number = wire::field("number", &Bill::number);
#endif

#ifdef MISTAKE_additional_twice
constexpr auto parts = wire::additional(&Bill::parts);
#else
constexpr auto parts = wire::field("parts", &Bill::parts);
#endif

template <>
inline constexpr auto wire::fields<Bill> = Table{
    number,
    required(field("due", &Bill::due)),
    as_text(field("total", &Bill::total)),
#ifdef MISTAKE_additional_not_last
    additional(&Bill::others),
#endif
    parts,
#ifndef MISTAKE_additional_not_last
    additional(&Bill::others),
#endif
};

}  // namespace usagekit
