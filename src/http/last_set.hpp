#pragma once

#include <optional>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// What an option of a handle was last set to, so that it is not set again in vain.
template <class Value>
class LastSet {
public:
    /// Must it be set to this? Then that is the last from now on.
    template <class Other>
    [[nodiscard]] bool changes_to(const Other& value) {
        if (value_ == value) return false;
        value_ = value;
        return true;
    }

private:
    std::optional<Value> value_{};
};

}  // namespace USAGEKIT_NAMESPACE::http
