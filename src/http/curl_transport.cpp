#include <memory>
#include <optional>
#include <utility>

#include "core/cancelled.hpp"
#include "http/curl_connections.hpp"
#include "http/failed.hpp"
#include "http/message.hpp"
#include "http/proxy_options.hpp"
#include "http/tls_options.hpp"

namespace USAGEKIT_NAMESPACE::http {

CurlTransport::Connections::Connections(const ConnectionOptions& options)
    : options_(options), refusal_(refuse_tls_options(options.tls)) {
    if (!refusal_) refusal_ = refuse_proxy_options(options.proxy);
}

std::unique_ptr<CurlTransport::Connections::OfOneProcess> CurlTransport::Connections::fresh() const {
    auto basis = std::make_shared<ConnectionBasis>(options_);
    return std::unique_ptr<OfOneProcess>(  // NOLINT(modernize-make-unique): an aggregate that cannot be moved
        new OfOneProcess{.basis = std::move(basis)});
}

CurlTransport::CurlTransport(const ConnectionOptions& options) : connections_(std::make_unique<Connections>(options)) {}

CurlTransport::~CurlTransport() = default;

std::optional<Error> CurlTransport::refusal(const Request& request) const {
    if (auto refused = refuse_request(request)) return refused;
    if (connections_->refusal()) return connections_->refusal();
    if (request.stop.stop_requested()) return cancelled();
    return std::nullopt;
}

Exchange CurlTransport::send(const Request& request) {
    if (auto refused = refusal(request)) return failed(*std::move(refused));
    auto& [basis, pool] = connections_->of_this_process();
    auto exchanges = pool.acquire(request.url);
    auto exchange = exchanges->send(basis, request);
    pool.release(std::move(exchanges));
    return exchange;
}

}  // namespace USAGEKIT_NAMESPACE::http
