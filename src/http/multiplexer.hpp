#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include <usagekit/http.hpp>

#include "http/exchanges.hpp"

namespace USAGEKIT_NAMESPACE::http {

/// Sends a request by any transport. What a user's transport throws becomes `network`.
[[nodiscard]] Exchange send_by(Transport& transport, const Request& request) noexcept;

/// Sends the requests of many calls at once, on one thread. Those of a `CurlTransport` are under way together, also
/// when there are several; one of a user's transport is sent as it is started, while the others wait. All members but
/// `wake` are for one thread at a time.
class Multiplexer {
public:
    /// Uses the idle connections of this transport, which must outlive it, and leaves them there in the end. Throws
    /// std::bad_alloc.
    explicit Multiplexer(Transport& transport);
    Multiplexer(const Multiplexer&) = delete;
    Multiplexer& operator=(const Multiplexer&) = delete;
    ~Multiplexer();

    /// Begins to send. Transport and request must live until it has finished.
    void start(Transport& transport, const Request& request, Tag tag);

    /// See `Exchanges::wait`.
    [[nodiscard]] std::vector<Finished>& wait(std::chrono::milliseconds longest) { return exchanges_->wait(longest); }

    /// See `Exchanges::finished`.
    [[nodiscard]] std::vector<Finished>& finished() noexcept { return exchanges_->finished(); }
    [[nodiscard]] const std::vector<Finished>& finished() const noexcept { return exchanges_->finished(); }

    /// See `Exchanges::stop_all`.
    void stop_all() { exchanges_->stop_all(); }

    /// See `Exchanges::wake`.
    void wake() noexcept { exchanges_->wake(); }

private:
    CurlTransport* home_;  // where the connections are from; null for nowhere
    std::unique_ptr<Exchanges> exchanges_;
};

}  // namespace USAGEKIT_NAMESPACE::http
