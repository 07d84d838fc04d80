#pragma once

#include <chrono>
#include <vector>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

/// When a request that failed is sent again. A GET may be, a POST only with an idempotency key, which stays the same.
///
/// The wait before the n-th repetition is random, between zero and `base_delay` * 2^(n-1) but no more than `max_delay`
/// ("full jitter"), and at least what the service asks for by Retry-After (RFC 9110 section 10.2.3). Where the wait
/// would end after the call's time limit, or the service asks for more than `max_retry_after`, the call fails at once;
/// `Error::retry_after` is what the service asks for.
///
/// Below this, libcurl sends a request that may be repeated once more by itself, on a new connection, when one that it
/// used again turns out to be dead before any byte of an answer: that is no attempt of its own.
struct RetryPolicy {
    int attempts = 3;                           ///< In all, for each request; 1 repeats nothing.
    std::chrono::milliseconds base_delay{500};  ///< Bounds the first wait; doubled for each further.
    std::chrono::milliseconds max_delay =
        std::chrono::seconds{8};                              ///< Bounds every wait that the service did not name.
    std::chrono::seconds max_retry_after{120};                ///< The longest wait that a service may ask for.
    std::vector<int> statuses{408, 429, 500, 502, 503, 504};  ///< Answers that are worth another attempt.
    /// Is a request sent again that got no whole answer: no connection, a broken one, the time limit of the attempt?
    bool after_failures = true;

    bool operator==(const RetryPolicy&) const = default;
};

/// Bounds the repetitions of a client and its copies together, so that they do not burden a service that is down: each
/// takes tokens from a bucket, success puts them back, and while too few are left nothing is repeated.
struct RetryBudget {
    int capacity = 500;     ///< Tokens at the beginning, and at most; 0 repeats nothing.
    int retry_cost = 5;     ///< For a repetition. A success afterwards gives back what the last one took.
    int timeout_cost = 10;  ///< For a repetition after a timeout. A success without any repetition gives 1 token.

    bool operator==(const RetryBudget&) const = default;
};

}  // namespace USAGEKIT_NAMESPACE
