#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include <usagekit/call.hpp>
#include <usagekit/observer.hpp>

#include "call/service.hpp"
#include "core/redact.hpp"

namespace USAGEKIT_NAMESPACE::call {

/// Tells the client's observer what happens in one call, with secrets masked. Where there is no observer, nothing is
/// done.
class Observation {
public:
    /// Both must live as long as this does.
    Observation(const Service& service, const Redactor& redactor) : service_(service), redactor_(redactor) {}

    [[nodiscard]] bool has_observer() const noexcept { return static_cast<bool>(service_.options().observer); }

    /// The request that the events are about from now on.
    void about(const std::string& method, const std::string& url);

    void started(int attempt, const http::Request& request);
    void exchanged(int attempt, const http::Exchange& exchange);
    void retrying(int attempt, std::chrono::milliseconds delay, const Error& reason);
    void redirected(int status, const std::string& target);
    void finished(const CallInfo& info, const std::optional<Error>& error);

private:
    using What = decltype(CallEvent::what);

    [[nodiscard]] What answered(int attempt, const http::Exchange& exchange) const;
    [[nodiscard]] What failed(int attempt, const http::Exchange& exchange) const;
    [[nodiscard]] http::Headers shown(const http::Headers& headers) const;
    [[nodiscard]] std::string shown(const http::Headers& headers, const std::string& body) const;
    [[nodiscard]] Error shown(Error error) const;
    [[nodiscard]] std::string shown(std::string text) const;
    void tell(What what);

    const Service& service_;
    const Redactor& redactor_;
    std::uint64_t number_ = 0;  // of the call; given with its first event
    std::string method_{};
    std::string url_{};
};

}  // namespace USAGEKIT_NAMESPACE::call
