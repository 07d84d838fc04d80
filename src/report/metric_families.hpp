#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <usagekit/decimal.hpp>

// The syntax of OpenMetrics 1.0, as far as Prometheus' older text format (0.0.4) has the same.

namespace USAGEKIT_NAMESPACE {

/// Labels of a sample, as they are written between braces.
class Labels {
public:
    /// A label without a value is one that is not there, and left out.
    void add(std::string_view name, std::string_view value);

    [[nodiscard]] const std::string& str() const noexcept { return text_; }

private:
    std::string text_{};
};

/// What stands before the samples of a family.
struct FamilyHead {
    std::string name{};
    std::string help{};
    std::string unit{};     ///< Left out when the name does not end with it.
    bool is_gauge = false;  ///< Otherwise no type is given, see openmetrics.cpp.
};

/// Families of samples, in the order in which they first got one.
class MetricFamilies {
public:
    /// Adds a sample. Of several heads with one name the first counts; the family is a gauge if all are.
    ///
    /// Samples of a family with the same labels are told apart by a label `occurrence`: this number, if it is more than
    /// 1, or the next one that is free.
    void add(const FamilyHead& head, const Labels& labels, int occurrence, const Decimal& value);

    /// All of it.
    [[nodiscard]] std::string text() const;

private:
    struct Family {
        FamilyHead head{};
        std::string samples{};
        std::unordered_map<std::string, int> occurrences{};
    };

    Family& family_of(const FamilyHead& head);

    std::vector<Family> families_{};
    std::unordered_map<std::string, std::size_t> places_{};
};

}  // namespace USAGEKIT_NAMESPACE
