#pragma once

#include <memory>
#include <optional>

#include <usagekit/http.hpp>

#include "http/connection_basis.hpp"
#include "http/exchanges_pool.hpp"
#include "http/process_local.hpp"

namespace USAGEKIT_NAMESPACE::http {

/// The connections of a transport in this process, and what they are made with.
class CurlTransport::Connections {
public:
    explicit Connections(const ConnectionOptions& options);

    /// Why no connection can be made with these options.
    [[nodiscard]] const std::optional<Error>& refusal() const noexcept { return refusal_; }

    /// Those that are idle, and what new ones are made with.
    struct OfOneProcess {
        Basis basis;
        ExchangesPool pool{};
    };
    [[nodiscard]] OfOneProcess& of_this_process() {
        return of_process_.get([this] { return fresh(); });
    }

private:
    [[nodiscard]] std::unique_ptr<OfOneProcess> fresh() const;

    const ConnectionOptions options_;
    std::optional<Error> refusal_{};
    ProcessLocal<OfOneProcess> of_process_{fresh()};
};

}  // namespace USAGEKIT_NAMESPACE::http
