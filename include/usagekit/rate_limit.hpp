#pragma once

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

/// How many requests a client and its copies send in a time, all calls on all threads together, so that a poller stays
/// below what a provider allows. A request that has to wait for its turn waits within its call's time limit; one whose
/// turn would come later than that fails at once, as `timeout`. In a batch, calls begin no earlier than their turn.
struct RateLimit {
    double per_second = 0;  ///< Requests per second in the long run, 0.5 for one in two seconds; 0 for no limit.
    int burst = 1;          ///< How many may be sent at once after a pause, at least 1.

    bool operator==(const RateLimit&) const = default;
};

}  // namespace USAGEKIT_NAMESPACE
