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
#include <usagekit/required.hpp>
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

/// Every member of a Sample, in the order of its table.
inline const std::string complete =
    R"({"id":"s1","text":"a\"b\u00e9","flag":true,"count":22309,"amount":29.00,"price":"0.10",)"
    R"("at":"2024-08-01T13:50:48.988681Z","day":"2024-01-31","colour":"BLUE","inner":{"count":1,"note":"n"},)"
    R"("limit":null,"list":[{"count":2},{"count":3,"note":null}],"amounts":{"b":1.50,"a":2},)"
    R"("anything":{"x":[1, 2.0]},"key":"k","other":"o"})";

/// A request with every kind of row that requests have.
struct Request {
    usagekit::Required<SampleId> id;  // in the path
    usagekit::Required<usagekit::Date> day;
    std::optional<usagekit::DateOrTimestamp> until{};
    std::vector<std::string> tags{};  // comma-separated
    std::optional<Inner> inner{};

    bool operator==(const Request&) const = default;
};

/// A map whose names have a type of their own.
struct Named {
    usagekit::Map<Inner, SampleId> inners{};
    usagekit::Map<bool, SampleId> others{};

    bool operator==(const Named&) const = default;
};

struct Query {
    std::optional<SampleId> id{};
    std::optional<usagekit::Date> start_date{};
    std::vector<std::string> tags{};
    std::optional<usagekit::Open<Colour>> colour{};
    std::optional<bool> deep{};
    std::optional<usagekit::DateOrTimestamp> until{};
    std::vector<std::string> list{};     // comma-separated
    std::optional<std::string> owner{};  // in the path

    bool operator==(const Query&) const = default;
};

}  // namespace sample
