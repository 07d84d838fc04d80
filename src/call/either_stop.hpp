#pragma once

#include <stop_token>
#include <utility>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::call {

/// A stop that is requested as soon as one of two is.
class EitherStop {
public:
    EitherStop(std::stop_token first, std::stop_token second)
        : first_(std::move(first), Forward{&source_}), second_(std::move(second), Forward{&source_}) {}

    [[nodiscard]] std::stop_token token() const noexcept { return source_.get_token(); }

private:
    struct Forward {
        std::stop_source* source;
        void operator()() const noexcept { source->request_stop(); }
    };

    std::stop_source source_{};
    std::stop_callback<Forward> first_;
    std::stop_callback<Forward> second_;
};

}  // namespace USAGEKIT_NAMESPACE::call
