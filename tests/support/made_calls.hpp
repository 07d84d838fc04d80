#pragma once

#include <cstddef>
#include <iterator>
#include <type_traits>
#include <utility>

/// A range whose n-th call is made when it is come to: what `std::views::iota | std::views::transform` is, which clang
/// 14 cannot compile with the standard library of g++ 12.
template <class Make>
class MadeCalls {
public:
    class Iterator {
    public:
        using value_type = std::invoke_result_t<const Make&, int>;
        using difference_type = std::ptrdiff_t;

        Iterator() = default;
        Iterator(const Make& make, int number) : make_(&make), number_(number) {}
        [[nodiscard]] value_type operator*() const { return (*make_)(number_); }
        Iterator& operator++() { return ++number_, *this; }
        void operator++(int) { ++number_; }
        [[nodiscard]] bool operator==(const Iterator& other) const { return number_ == other.number_; }

    private:
        const Make* make_ = nullptr;
        int number_ = 0;
    };

    MadeCalls(int count, Make make) : count_(count), make_(std::move(make)) {}

    [[nodiscard]] Iterator begin() const { return {make_, 0}; }
    [[nodiscard]] Iterator end() const { return {make_, count_}; }
    /// Known beforehand, so that the results do not move, which would take memory for a while.
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(count_); }

private:
    int count_;
    Make make_;
};
