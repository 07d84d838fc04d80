#include <doctest/doctest.h>

#include <usagekit/map.hpp>
#include <usagekit/open_enum.hpp>

using namespace usagekit;

TEST_CASE("a map keeps the order in which its members came") {
    Map<int> map{{"b", 1}, {"a", 2}};
    map.insert_or_assign("c", 3);
    map.insert_or_assign("b", 4);
    std::string names;
    for (const auto& [name, value] : map) names += name + std::to_string(value);
    CHECK(names == "b4a2c3");
    CHECK(map.contains("a"));
    CHECK(map.find("d") == nullptr);
    *map.find("a") = 9;
    CHECK(*map.find("a") == 9);
}

TEST_CASE("maps are equal when they have the same members in any order") {
    CHECK(Map<int>{{"a", 1}, {"b", 2}} == Map<int>{{"b", 2}, {"a", 1}});
    CHECK(Map<int>{{"a", 1}, {"b", 2}} != Map<int>{{"a", 2}, {"b", 1}});
    CHECK(Map<int>{{"a", 1}} != Map<int>{{"a", 1}, {"b", 2}});
    CHECK(Map<int>{} == Map<int>{});
}

TEST_CASE("of pairs with the same name the last value stays in the first place, few or many") {
    for (const std::size_t size : {3U, 100U}) {
        std::vector<std::pair<std::string, int>> pairs;
        for (std::size_t i = 0; i < size; ++i) pairs.emplace_back("n" + std::to_string(i), 0);
        pairs.emplace_back("n1", 1);
        pairs.emplace_back("n1", 2);
        const auto map = Map<int>::from_pairs(pairs);
        CHECK(map.size() == size);
        CHECK(*map.find("n1") == 2);
        CHECK((map.begin() + 1)->first == "n1");
    }
}

TEST_CASE("an open enumeration holds a known value or the text of another") {
    enum class Colour { red, blue };
    const Open<Colour> known = Colour::blue;
    CHECK(known == Colour::blue);
    CHECK(known.known() == Colour::blue);
    CHECK(known.unknown().empty());
    const auto unheard_of = Open<Colour>::unheard_of("mauve");
    CHECK(unheard_of != Colour::red);
    CHECK(unheard_of.known() == std::nullopt);
    CHECK(unheard_of.unknown() == "mauve");
    CHECK(unheard_of != Open<Colour>::unheard_of("ecru"));
}
