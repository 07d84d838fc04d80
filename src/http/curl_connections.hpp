#pragma once

#include <memory>
#include <optional>

#include <usagekit/http.hpp>

#include "http/exchanges_pool.hpp"
#include "http/process_local.hpp"

namespace usagekit::http {

/// The connections of a transport in this process, and what they are made with.
class CurlTransport::Connections {
public:
    explicit Connections(const ConnectionOptions& options);

    /// Why no connection can be made with these options.
    [[nodiscard]] const std::optional<Error>& refusal() const noexcept { return refusal_; }

    [[nodiscard]] const Options& options() const noexcept { return options_; }

    /// Those that are idle.
    [[nodiscard]] ExchangesPool& of_this_process() {
        return pool_.get([] { return std::make_unique<ExchangesPool>(); });
    }

private:
    const Options options_;
    std::optional<Error> refusal_{};
    ProcessLocal<ExchangesPool> pool_{std::make_unique<ExchangesPool>()};
};

}  // namespace usagekit::http
