#include "http/multiplexer.hpp"

#include <utility>

#include "core/cancelled.hpp"
#include "http/curl_connections.hpp"
#include "http/failed.hpp"

namespace USAGEKIT_NAMESPACE::http {

Exchange send_by(Transport& transport, const Request& request) noexcept {
    try {
        if (request.stop.stop_requested()) return failed(cancelled());
        return transport.send(request);
    } catch (...) {  // what it says is not repeated: it may hold the token
        return failed({.kind = ErrorKind::network,
                       .message = "the transport threw an exception",
                       .advice = "let http::Transport::send return an Error that says what failed"});
    }
}

Multiplexer::Multiplexer(Transport& transport) : home_(dynamic_cast<CurlTransport*>(&transport)) {
    exchanges_ = home_ != nullptr ? home_->connections_->of_this_process().pool.acquire_largest()
                                  : std::make_unique<Exchanges>();
}

Multiplexer::~Multiplexer() {
    if (home_ == nullptr || exchanges_->under_way() > 0) return;
    auto& home = home_->connections_->of_this_process();
    exchanges_->rest(home.basis);
    home.pool.release(std::move(exchanges_));
}

void Multiplexer::start(Transport& transport, const Request& request, Tag tag) {
    auto* const curl = dynamic_cast<CurlTransport*>(&transport);
    if (curl == nullptr) return exchanges_->add(tag, send_by(transport, request));
    if (auto refused = curl->refusal(request)) return exchanges_->add(tag, failed(*std::move(refused)));
    exchanges_->start(curl->connections_->of_this_process().basis, request, tag);
}

}  // namespace USAGEKIT_NAMESPACE::http
