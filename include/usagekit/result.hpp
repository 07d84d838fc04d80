#pragma once

#include <stdexcept>
#include <system_error>

#include <boost/outcome/std_result.hpp>

#include <usagekit/abi.hpp>
#include <usagekit/error.hpp>

namespace USAGEKIT_NAMESPACE {

/// Thrown by `Result::value()` when there is none, and by nothing else in this library; `what()` is the error's line.
class USAGEKIT_EXPORT Exception : public std::runtime_error {
public:
    /// Takes the error.
    explicit Exception(Error error);

    /// The whole error.
    [[nodiscard]] const Error& error() const noexcept { return error_; }

private:
    Error error_;
};

/// The nearest of the standard's error conditions, `timed_out` for `timeout` for example. Found by Boost.Outcome, which
/// then makes `Result::value()` throw `Exception`. Must stand before
/// `Result`, which asks for it where it is defined.
[[nodiscard]] USAGEKIT_EXPORT std::error_code make_error_code(const Error& error) noexcept;

/// Found by Boost.Outcome; throws `Exception`. Not for direct use.
[[noreturn]] USAGEKIT_EXPORT void outcome_throw_as_system_error_with_payload(Error error);

/// A value or an `Error`; `if (result)` tells which. `result.value()` throws `Exception` when there is no value.
/// `result.error()` is for a result that was tested: without an error it throws Boost.Outcome's `bad_result_access`.
/// `result.assume_value()` and `result.assume_error()` check nothing.
template <class T>
using Result = BOOST_OUTCOME_V2_NAMESPACE::std_result<T, Error>;

/// The value of a `Result<void>` that succeeded.
[[nodiscard]] inline auto success() noexcept { return BOOST_OUTCOME_V2_NAMESPACE::success(); }

}  // namespace USAGEKIT_NAMESPACE
