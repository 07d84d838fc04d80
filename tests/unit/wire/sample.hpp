#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <usagekit/decimal.hpp>
#include <usagekit/id.hpp>
#include <usagekit/json.hpp>
#include <usagekit/map.hpp>
#include <usagekit/open_enum.hpp>
#include <usagekit/secret.hpp>
#include <usagekit/time.hpp>

/// Models that are made of every kind of member that a table can hold.
namespace sample {

using usagekit::printing::operator<<;

enum class Colour { red, blue };
using SampleId = usagekit::Id<struct SampleTag>;

struct Inner {
    std::int64_t count = 0;
    std::optional<std::string> note{};

    bool operator==(const Inner&) const = default;
};

struct Sample {
    SampleId id{};
    std::string text{};
    bool flag = false;
    std::int64_t count = 0;
    usagekit::Decimal amount{};
    usagekit::Decimal price{};  // spelled as a string
    usagekit::Timestamp at{};
    usagekit::Date day{};
    usagekit::Open<Colour> colour{};
    std::optional<Inner> inner{};
    std::optional<std::int64_t> limit{};  // required and nullable
    std::vector<Inner> list{};
    usagekit::Map<usagekit::Decimal> amounts{};
    usagekit::RawJson anything{};
    std::optional<usagekit::Secret> key{};
    usagekit::Map<std::string> others{};

    bool operator==(const Sample&) const = default;
};

struct Query {
    std::optional<SampleId> id{};
    std::optional<usagekit::Date> start_date{};
    std::vector<std::string> tags{};
    std::optional<usagekit::Open<Colour>> colour{};
    std::optional<bool> deep{};

    bool operator==(const Query&) const = default;
};

}  // namespace sample
