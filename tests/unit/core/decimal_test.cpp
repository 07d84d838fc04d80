#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>

#include <doctest/doctest.h>

#include <usagekit/decimal.hpp>

#include "core/number.hpp"

using usagekit::Decimal;
using usagekit::ErrorKind;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Decimal decimal(std::string_view text) { return Decimal::parse(text).value(); }

char random_figure(std::mt19937& random) { return static_cast<char>('0' + random() % 10); }

std::string random_integer(std::mt19937& random) {
    std::string text = random() % 2 == 0 ? "-" : "";
    const auto length = 1 + random() % 60;
    for (std::size_t i = 0; i < length; ++i) text += random_figure(random);
    return text;
}

std::string random_decimal(std::mt19937& random) {
    auto text = random_integer(random);
    if (random() % 2 == 0) text.append(".").append(1, random_figure(random)).append(1, random_figure(random));
    if (random() % 2 == 0) text.append("e").append(std::to_string(static_cast<int>(random() % 81) - 40));
    return text;
}

/// Integers of up to 63 digits as seven limbs of nine digits, each with the sign of the whole: a way of adding that
/// has nothing in common with the one under test.
class Limbs {
public:
    explicit Limbs(std::string_view text) {
        const std::int64_t sign = text.starts_with('-') ? -1 : 1;
        if (sign < 0) text.remove_prefix(1);
        std::string padded(63 - text.size(), '0');
        padded += text;
        for (std::size_t i = 0; i < limbs_.size(); ++i) limbs_[i] = sign * std::stoll(padded.substr(9 * (6 - i), 9));
    }

    Limbs& operator+=(const Limbs& other) {
        for (std::size_t i = 0; i < limbs_.size(); ++i) limbs_[i] += other.limbs_[i];
        return *this;
    }

    std::string str() const {
        const auto sign = leading_sign();
        std::string text;
        std::int64_t carry = 0;
        for (const auto limb : limbs_) {
            const auto total = sign * limb + carry + base;
            const auto figures = std::to_string(total % base);
            text.insert(0, std::string(9 - figures.size(), '0') + figures);
            carry = total / base - 1;
        }
        text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
        return sign < 0 ? "-" + text : text;
    }

private:
    static constexpr std::int64_t base = 1'000'000'000;

    std::int64_t leading_sign() const {
        for (std::size_t i = limbs_.size(); i-- > 0;) {
            if (limbs_[i] != 0) return limbs_[i] < 0 ? -1 : 1;
        }
        return 1;
    }

    std::array<std::int64_t, 7> limbs_{};
};

}  // namespace

TEST_CASE("a decimal keeps every digit it was read with") {
    for (const std::string text : {
             "0",
             "-0",
             "0.10",
             "29.00",
             "1e-7",
             "1E+7",
             "-0.5",
             "007.50",
             "1234567.890123456789",
             "1234567890123456789012345678901234567890",
             "1e9999",
             "-1e-9999",
             "1e0000000000001",
         }) {
        CAPTURE(text);
        CHECK(decimal(text).str() == text);
    }
}

TEST_CASE("a decimal that was not given a value is zero") { CHECK(Decimal().str() == "0"); }

TEST_CASE("a decimal is written to a stream as its text") {
    std::ostringstream out;
    out << decimal("0.10");
    CHECK(out.str() == "0.10");
}

TEST_CASE("a decimal is made from integers of any type, and not from floating point") {
    CHECK(Decimal(std::numeric_limits<std::int64_t>::min()).str() == "-9223372036854775808");
    CHECK(Decimal(std::numeric_limits<std::uint64_t>::max()).str() == "18446744073709551615");
    CHECK(decimal("2.0") == 2);
    CHECK(decimal("2.5") > 2);
    CHECK(!std::is_constructible_v<Decimal, double>);
    CHECK(!std::is_constructible_v<Decimal, float>);
    CHECK(!std::is_constructible_v<Decimal, bool>);
}

TEST_CASE("text that is not a decimal number is refused") {
    using namespace std::string_view_literals;
    for (const auto text : {
             ""sv,        "-"sv,        ".5"sv,       "1."sv,
             "-.5"sv,     "1.e5"sv,     "+1"sv,       "--1"sv,
             "1e"sv,      "1e+"sv,      "1e-"sv,      "1e+-1"sv,
             "1e1.5"sv,   "e5"sv,       "0x1"sv,      " 1"sv,
             "1 "sv,      "1,5"sv,      "1_000"sv,    "1.2.3"sv,
             "NaN"sv,     "inf"sv,      "Infinity"sv, "-Infinity"sv,
             "1\0"sv,     "\0"sv,       "1\0002"sv,   "1e5\0"sv,
             "1e10000"sv, "1e-10000"sv, "0e10000"sv,  "1e99999999999999999999"sv,
             "\u0661"sv,  "\n1"sv,      "1e 5"sv,
         }) {
        const std::string shown(text);
        CAPTURE(shown);
        const auto result = Decimal::parse(text);
        REQUIRE(!result);
        CHECK(result.error().kind == ErrorKind::invalid_request);
        CHECK(!usagekit::is_decimal(text));
        CHECK(!usagekit::to_count(text));
    }
}

TEST_CASE("a refusal shows a short text whole and a long one not at all, and no control characters") {
    CHECK(Decimal::parse("ten").error().message == "\"ten\" is not a decimal number");
    CHECK(Decimal::parse("1\n\x7f").error().message == R"("1\n\x7f" is not a decimal number)");
    CHECK(Decimal::parse(std::string(40, 'x')).error().message
          == '"' + std::string(40, 'x') + "\" is not a decimal number");
    CHECK(Decimal::parse(std::string(41, 'x')).error().message == "a text of 41 bytes is not a decimal number");
    CHECK(!Decimal::parse("ten").error().advice.empty());
}

TEST_CASE("decimals compare by value") {
    struct Row {
        std::string_view left;
        std::string_view right;
        int order;
    };
    constexpr Row rows[] = {
        {"1", "1.0", 0},
        {"0.10", "0.1", 0},
        {"007", "7", 0},
        {"1e2", "100", 0},
        {"100e-2", "1", 0},
        {"1.5e1", "15.000", 0},
        {"0", "-0", 0},
        {"-0.00", "0e99", 0},
        {"-1.50", "-1.5", 0},
        {"1", "2", -1},
        {"9", "10", -1},
        {"12", "12.3", -1},
        {"0.09", "0.1", -1},
        {"0", "1e-9999", -1},
        {"-1e-9999", "0", -1},
        {"-1e-9999", "-0", -1},
        {"-1", "1", -1},
        {"-2", "-1", -1},
        {"-10", "-9", -1},
        {"1e-9999", "1e9999", -1},
        {"-1e9999", "1e-9999", -1},
        {"-1e9999", "-1e-9999", -1},
        {"9e9998", "1e9999", -1},
        {"9.99e2", "1e3", -1},
        {"0e9999", "1", -1},
        {"1234567890123456789012345678901234567890", "1234567890123456789012345678901234567891", -1},
        {"0.1000000000000000000000000000000000000000", "0.1000000000000000000000000000000000000001", -1},
    };
    for (const auto& row : rows) {
        const auto left = decimal(row.left);
        const auto right = decimal(row.right);
        CAPTURE(left);
        CAPTURE(right);
        CHECK((left < right) == (row.order < 0));
        CHECK((right > left) == (row.order < 0));
        CHECK((left == right) == (row.order == 0));
        CHECK((right == left) == (row.order == 0));
        CHECK(!(left > right));
    }
}

TEST_CASE("comparing does not write exponents out") {
    const auto large = decimal("1e9999");
    const auto small = decimal("1e-9999");
    int greater = 0;
    for (int i = 0; i < 200'000; ++i) greater += large > small ? 1 : 0;
    CHECK(greater == 200'000);
}

TEST_CASE("only what is less than zero is negative") {
    struct Row {
        std::string_view text;
        bool is_negative;
    };
    constexpr Row rows[] = {
        {"-1", true},     {"-0.01", true}, {"-1e-9999", true}, {"-0e5", false}, {"-0", false},
        {"-0.00", false}, {"0", false},    {"1", false},       {"1e-5", false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(decimal(row.text).is_negative() == row.is_negative);
    }
}

TEST_CASE("a sum is exact and has as many decimal places as the operand that has more") {
    struct Row {
        std::string_view left;
        std::string_view right;
        std::string_view sum;
    };
    constexpr Row rows[] = {
        {"0.10", "0.20", "0.30"},
        {"0.1", "0.2", "0.3"},
        {"1e3", "1", "1001"},
        {"1e3", "1e3", "2000"},
        {"1e3", "0e5", "1000"},
        {"1e-7", "0", "0.0000001"},
        {"29.00", "1", "30.00"},
        {"99.99", "0.01", "100.00"},
        {"1", "-0.01", "0.99"},
        {"-1", "0.01", "-0.99"},
        {"-0.99", "-0.01", "-1.00"},
        {"5.00", "-5", "0.00"},
        {"-5", "5", "0"},
        {"-0", "-0", "0"},
        {"-0.0", "0", "0.0"},
        {"007", "0", "7"},
        {"100", "-99.999", "0.001"},
        {"1000000000000000000000000000000000000000", "-1", "999999999999999999999999999999999999999"},
        {"1234567.890123456789", "0.000000000001", "1234567.890123456790"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.left);
        CAPTURE(row.right);
        CHECK((decimal(row.left) + decimal(row.right)).str() == row.sum);
        CHECK((decimal(row.right) + decimal(row.left)).str() == row.sum);
        CHECK((decimal(row.left) - -decimal(row.right)).str() == row.sum);
    }
}

TEST_CASE("adding up in place is exact too") {
    auto total = decimal("0.00");
    for (int i = 0; i < 1000; ++i) total += decimal("0.10");
    CHECK(total.str() == "100.00");
    total -= decimal("100");
    CHECK(total.str() == "0.00");
}

TEST_CASE("the widest exponents can be added") {
    const auto sum = decimal("1e9999") + decimal("1e-9999");
    CHECK(sum.str().size() == 10'000 + 1 + 9'999);
    CHECK(sum.str().ends_with("01"));
    CHECK(sum - decimal("1e-9999") == decimal("1e9999"));
}

TEST_CASE("sums of random integers agree with another way of adding") {
    std::mt19937 random(20240801);
    for (int i = 0; i < 20'000; ++i) {
        const auto left = random_integer(random);
        const auto right = random_integer(random);
        CAPTURE(left);
        CAPTURE(right);
        Limbs expected(left);
        expected += Limbs(right);
        REQUIRE((decimal(left) + decimal(right)).str() == expected.str());
    }
}

TEST_CASE("random decimals obey the laws of addition and order") {
    std::mt19937 random(20240802);
    for (int i = 0; i < 20'000; ++i) {
        const auto left = decimal(random_decimal(random));
        const auto right = decimal(random_decimal(random));
        CAPTURE(left);
        CAPTURE(right);
        REQUIRE((left + right) - right == left);
        REQUIRE(left - right == -(right - left));
        REQUIRE((left < right) == (left - right).is_negative());
        REQUIRE((left == right) == (left - right == 0));
    }
}

TEST_CASE("the negative of a decimal is in plain notation, and zero has no sign") {
    struct Row {
        std::string_view text;
        std::string_view negative;
    };
    constexpr Row rows[] = {
        {"0", "0"},        {"-0", "0"},       {"0.00", "0.00"}, {"-0.00", "0.00"},  {"0e5", "0"},
        {"1.50", "-1.50"}, {"-1.50", "1.50"}, {"1e3", "-1000"}, {"-1e-3", "0.001"}, {"-007", "7"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK((-decimal(row.text)).str() == row.negative);
    }
}

TEST_CASE("a decimal becomes the nearest double, and says when that is not exact") {
    struct Row {
        std::string_view text;
        double value;
        bool is_exact;
    };
    constexpr auto largest = std::numeric_limits<double>::max();
    constexpr auto smallest = std::numeric_limits<double>::denorm_min();
    constexpr Row rows[] = {
        {"0", 0.0, true},
        {"0e9999", 0.0, true},
        {"0.5", 0.5, true},
        {"-0.5", -0.5, true},
        {"0.50", 0.5, true},
        {"5e-1", 0.5, true},
        {"0.1", 0.1, false},
        {"-0.1", -0.1, false},
        {"0.1000000000000000055511151231257827021181583404541015625", 0.1, true},
        {"1e22", 1e22, true},
        {"1e23", 1e23, false},
        {"9007199254740992", 9007199254740992.0, true},
        {"9007199254740993", 9007199254740992.0, false},
        {"9007199254740993.00000000000000000000000000001", 9007199254740994.0, false},
        {"9007199254740995", 9007199254740996.0, false},
        {"1.7976931348623157e308", largest, false},
        {"1.7976931348623158e308", largest, false},
        {"1.797693134862315808e308", infinity, false},
        {"1e400", infinity, false},
        {"-1e400", -infinity, false},
        {"1e9999", infinity, false},
        {"5e-324", smallest, false},
        {"-5e-324", -smallest, false},
        {"2.5e-324", smallest, false},
        {"2.2250738585072014e-308", std::numeric_limits<double>::min(), false},
        {"2.4e-324", 0.0, false},
        {"1e-400", 0.0, false},
        {"-1e-400", -0.0, false},
        {"1e-9999", 0.0, false},
        {"0.0001e-9999", 0.0, false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        const auto [value, is_exact] = decimal(row.text).to_double();
        CHECK(value == row.value);
        CHECK(std::signbit(value) == std::signbit(row.value));
        CHECK(is_exact == row.is_exact);
    }
}

TEST_CASE("the largest and the smallest double are exact in full length") {
    auto power = Decimal(1);
    for (int i = 0; i < 1074; ++i) power += power + power + power + power;  // 5^1074 = 2^-1074 * 10^1074
    const auto denormal = decimal(power.str() + "e-1074").to_double();
    CHECK(denormal == Decimal::Approximation{std::numeric_limits<double>::denorm_min(), true});

    auto largest = Decimal(9007199254740991);
    for (int i = 0; i < 971; ++i) largest += largest;
    CHECK(largest.to_double() == Decimal::Approximation{std::numeric_limits<double>::max(), true});
    CHECK((largest + 1).to_double() == Decimal::Approximation{std::numeric_limits<double>::max(), false});
}

TEST_CASE("a decimal is an integer when it has no fraction and fits") {
    struct Row {
        std::string_view text;
        std::optional<std::int64_t> value;
    };
    constexpr auto largest = std::numeric_limits<std::int64_t>::max();
    constexpr auto smallest = std::numeric_limits<std::int64_t>::min();
    constexpr Row rows[] = {
        {"0", 0},
        {"-0", 0},
        {"-0.0e5", 0},
        {"0e9999", 0},
        {"0e-9999", 0},
        {"7", 7},
        {"007", 7},
        {"-7", -7},
        {"1.0", 1},
        {"1e2", 100},
        {"-1E+2", -100},
        {"10e-1", 1},
        {"22309.0", 22309},
        {"2.2309e4", 22309},
        {"1e18", 1'000'000'000'000'000'000},
        {"9223372036854775807", largest},
        {"9223372036854775807.000", largest},
        {"9.223372036854775807e18", largest},
        {"000000000000000000009223372036854775807e0", largest},
        {"922337203685477580700e-2", largest},
        {"-9223372036854775808", smallest},
        {"-9223372036854775808.0", smallest},
        {"9223372036854775808", std::nullopt},
        {"9223372036854775808.0", std::nullopt},
        {"-9223372036854775809", std::nullopt},
        {"-9223372036854775809.0", std::nullopt},
        {"1e19", std::nullopt},
        {"-1e19", std::nullopt},
        {"1e9999", std::nullopt},
        {"1e-9999", std::nullopt},
        {"1.5", std::nullopt},
        {"1e-1", std::nullopt},
        {"100e-3", std::nullopt},
        {"0.9", std::nullopt},
        {"9223372036854775806.5", std::nullopt},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(usagekit::to_count(row.text) == row.value);
        const auto result = decimal(row.text).to_int64();
        REQUIRE(result.has_value() == row.value.has_value());
        if (result) CHECK(result.value() == row.value);
    }
}

TEST_CASE("a decimal that is no integer says so") {
    const auto error = decimal("1.5").to_int64().error();
    CHECK(error.kind == ErrorKind::invalid_request);
    CHECK(error.message == "\"1.5\" is not an integer of 64 bits");
}

TEST_CASE("a decimal is rounded to its places, halves away from zero, and filled up with zeros") {
    struct Row {
        const char* text;
        int places;
        const char* rounded;
    };
    static constexpr Row rows[] = {
        {"45.23", 1, "45.2"}, {"45.25", 1, "45.3"},   {"45.2499999", 1, "45.2"}, {"-45.25", 1, "-45.3"},
        {"29", 2, "29.00"},   {"29.00", 2, "29.00"},  {"0.125", 2, "0.13"},      {"9.995", 2, "10.00"},
        {"999.5", 0, "1000"}, {"0.5", 0, "1"},        {"0.4999", 0, "0"},        {"-0.4", 0, "0"},
        {"0.05", 1, "0.1"},   {"0.049", 1, "0.0"},    {"0.005", 1, "0.0"},       {"0.0005", 1, "0.0"},
        {"0", 2, "0.00"},     {"1e-9999", 2, "0.00"}, {"1.5e3", 1, "1500.0"},    {"12345e-2", 1, "123.5"},
        {"7.5", -3, "8"},     {"007.45", 1, "7.5"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(decimal(row.text).rounded(row.places).str() == row.rounded);
    }
}

TEST_CASE("a product is exact") {
    struct Row {
        const char* left;
        const char* right;
        const char* product;
    };
    static constexpr Row rows[] = {
        {"0", "5", "0"},
        {"12", "12", "144"},
        {"0.10", "0.2", "0.020"},
        {"-3", "7", "-21"},
        {"-0.5", "-0.5", "0.25"},
        {"1e3", "2.50", "2500"},
        {"99999", "99999", "9999800001"},
        {"-0", "3", "0"},
        {"1e-3", "1e-3", "0.000001"},
        {"123456789012345678901234567890", "987654321", "121932631124828532112482853211126352690"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.left);
        CHECK(product(decimal(row.left), decimal(row.right)).str() == row.product);
        CHECK(product(decimal(row.right), decimal(row.left)) == decimal(row.product));
    }
}

TEST_CASE("a quotient is rounded to the nearest, halves away from zero") {
    struct Row {
        const char* dividend;
        const char* divisor;
        int places;
        const char* quotient;
    };
    static constexpr Row rows[] = {
        {"1", "3", 4, "0.3333"},
        {"2", "3", 4, "0.6667"},
        {"1", "8", 2, "0.13"},
        {"-1", "8", 2, "-0.13"},
        {"0", "7", 2, "0.00"},
        {"7", "7", 0, "1"},
        {"1", "2", 0, "1"},
        {"-1", "2", 0, "-1"},
        {"49", "100", 0, "0"},
        {"1e3", "1e-2", 0, "100000"},
        {"0.001", "1000", 2, "0.00"},
        {"9999", "1", 0, "9999"},
        {"99.995", "1", 2, "100.00"},
        {"1", "1e9", 3, "0.000"},
        {"12345678901234567890", "-10", 1, "-1234567890123456789.0"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.dividend);
        CAPTURE(row.divisor);
        CHECK(quotient(decimal(row.dividend), decimal(row.divisor), row.places).str() == row.quotient);
    }
}

TEST_CASE("what a quotient times its divisor lacks is at most half a unit of its last place") {
    std::mt19937 random(20240131);
    for (int i = 0; i < 2000; ++i) {
        const auto dividend = decimal(random_decimal(random));
        const auto divisor = decimal(random_decimal(random));
        if (divisor == 0) continue;
        const auto lacking = product(quotient(dividend, divisor, 3), divisor) - dividend;
        const auto size = [](const Decimal& number) { return number.is_negative() ? -number : number; };
        CAPTURE(dividend.str());
        CAPTURE(divisor.str());
        CHECK(product(size(lacking), 2000) <= size(divisor));
    }
}
