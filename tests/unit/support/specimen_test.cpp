#include "specimen.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "garage.hpp"
#include "round_trip.hpp"

using namespace usagekit;
using garage::Car;
using garage::Colour;

namespace {

using Places = std::vector<std::string>;
const Places optional_places = {".wheels", ".prices", ".owner", ".limit", ".key", ".spare", ".*"};

/// In how many of the cars something holds.
template <class Condition>
std::size_t cars_where(Condition condition) {
    std::size_t found = 0;
    for (std::size_t seed = 0; seed < round_trip::seeds; ++seed) found += condition(specimen::full<Car>(seed)) ? 1 : 0;
    return found;
}

}  // namespace

/// Models that do not come back from JSON as they were. Not in an anonymous namespace: clang would want the functions
/// defined that only count their members.
namespace spoilt {

/// A text that grows whenever it is read.
class Growing {
public:
    Growing() = default;
    explicit Growing(const std::string& text) : text_(text + "!") {}

    [[nodiscard]] const std::string& str() const { return text_; }
    bool operator==(const Growing&) const = default;

private:
    std::string text_{};
};

struct Changed {
    Growing text{};

    bool operator==(const Changed&) const = default;
};

/// Does not look at what changes.
struct ChangedUnnoticed {
    Growing text{};

    bool operator==(const ChangedUnnoticed&) const { return true; }
};

enum class Forgotten : std::uint8_t { value };

struct Forgetful {
    std::optional<Open<Forgotten>> value{};

    bool operator==(const Forgetful&) const = default;
};

}  // namespace spoilt

using namespace spoilt;

template <>
inline constexpr auto wire::fields<Changed> = Table{field("text", &Changed::text)};
template <>
inline constexpr auto wire::fields<ChangedUnnoticed> = Table{field("text", &ChangedUnnoticed::text)};
template <>
inline constexpr auto wire::labels<Forgotten> = Labels{label("VALUE", Forgotten::value)};
template <>
inline constexpr auto wire::fields<Forgetful> = Table{field("value", &Forgetful::value)};

template <>
struct specimen::Make<std::optional<Open<Forgotten>>> {
    static std::optional<Open<Forgotten>> from(Source&) { return std::nullopt; }
};

TEST_CASE("a full specimen has something in every optional member and container, a bare one has nothing") {
    const auto full = specimen::tally(specimen::full<Car>(1));
    CHECK((full.set == optional_places && full.unset.empty()));
    const auto bare = specimen::tally(specimen::bare<Car>());
    CHECK((bare.set.empty() && bare.unset == optional_places));
}

TEST_CASE("specimens depend on their seed and on nothing else") {
    CHECK(specimen::full<Car>(7) == specimen::full<Car>(7));
    CHECK(specimen::bare<Car>() == specimen::bare<Car>());
    CHECK(cars_where([](const Car& car) { return car == specimen::full<Car>(7); }) == 1);
}

TEST_CASE("specimens have the values that are easy to get wrong") {
    using Limits = std::numeric_limits<std::int64_t>;
    CHECK(cars_where([](const Car& car) { return car.name.empty(); }) > 0);
    for (const char* part : {"\"", "\\", "\n", "\x01", "\x7f", "\xc3\xa9", "\xf0\x9f\x98\x80"}) {
        CHECK(cars_where([&](const Car& car) { return car.name.find(part) != std::string::npos; }) > 0);
    }
    CHECK(cars_where([](const Car& car) { return car.name.find('\0') != std::string::npos; }) > 0);
    for (const auto count : {Limits::min(), Limits::max(), std::int64_t{0}}) {
        CHECK(cars_where([&](const Car& car) { return car.seats == count; }) > 0);
    }
    for (const char* number : {"0.10", "-0.5", "1e-7", "29.00", "1234567890123456789012345678901234567890"}) {
        CHECK(cars_where([&](const Car& car) { return car.length.str() == number; }) > 0);
        CHECK(cars_where([&](const Car& car) { return car.price.str() == number; }) > 0);
    }
    for (const char* day : {"2024-02-29", "0000-01-01", "9999-12-31"}) {
        CHECK(cars_where([&](const Car& car) { return to_string(car.registered) == day; }) > 0);
    }
    for (const char* time : {"0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "2024-02-29T12:00:00.000001Z"}) {
        CHECK(cars_where([&](const Car& car) { return to_string(car.built) == time; }) > 0);
    }
    for (const char* json : {"null", "true", "29.00", "{}", "[]", R"("")"}) {
        CHECK(cars_where([&](const Car& car) { return car.notes.str() == json; }) > 0);
    }
}

TEST_CASE("specimens have each label, and texts that are none") {
    CHECK(cars_where([](const Car& car) { return car.colour == Colour::red; }) > 0);
    CHECK(cars_where([](const Car& car) { return car.colour == Colour::blue; }) > 0);
    CHECK(cars_where([](const Car& car) { return !car.colour.known(); }) > 0);
}

TEST_CASE("containers of a specimen have two or three items") {
    CHECK(cars_where([](const Car& car) { return car.wheels.size() == 2; }) > 0);
    CHECK(cars_where([](const Car& car) { return car.wheels.size() == 3; }) > 0);
    CHECK(cars_where([](const Car& car) { return car.wheels.size() < 2 || car.wheels.size() > 3; }) == 0);
    CHECK(cars_where([](const Car& car) { return car.prices.size() < 2 || car.others.size() < 2; }) == 0);
}

TEST_CASE("requests, with members that must be given, can be specimens") {
    const auto full = specimen::full<garage::FindCars>(3);
    CHECK(specimen::tally(full).set == Places{".since", ".parts", ".cars"});
    CHECK(full.garage.get() == specimen::full<garage::FindCars>(3).garage.get());
    CHECK(full.garage.get() != specimen::full<garage::FindCars>(4).garage.get());
    CHECK(specimen::tally(specimen::bare<garage::FindCars>()).unset == Places{".since", ".parts", ".cars"});
}

TEST_CASE("a model that comes back as it was has no complaint") { CHECK(round_trip::complaint<Car>() == ""); }

TEST_CASE("a model that comes back changed is told") {
    CHECK(round_trip::complaint<Changed>().starts_with("another value came back from {\"text\":"));
    const auto unnoticed = round_trip::complaint<ChangedUnnoticed>();
    CHECK(unnoticed.starts_with("written as {\"text\":"));
    CHECK(unnoticed.find(" and then as {\"text\":") != std::string::npos);
}

TEST_CASE("a generator that leaves a member out is told") {
    CHECK(round_trip::complaint<Forgetful>() == "full lacks .value");
}
