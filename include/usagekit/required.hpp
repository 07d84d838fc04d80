#pragma once

#include <utility>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

/// A member of a request that must be given: to leave it out does not compile. It is written and read as a plain `T`.
template <class T>
class Required {
public:
    Required() = delete;
    /// Takes the value.
    explicit(false) Required(T value) noexcept : value_(std::move(value)) {}

    /// The value.
    [[nodiscard]] const T& get() const noexcept { return value_; }
    /// The value, where a `T` is expected.
    explicit(false) operator const T&() const noexcept { return value_; }

    bool operator==(const Required&) const = default;
    friend bool operator==(const Required& left, const T& right) { return left.value_ == right; }

private:
    T value_;
};

}  // namespace USAGEKIT_NAMESPACE
