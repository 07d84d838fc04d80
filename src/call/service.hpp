#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <usagekit/auth.hpp>
#include <usagekit/options.hpp>
#include <usagekit/secret.hpp>

#include "call/pace.hpp"
#include "call/retries.hpp"
#include "call/status.hpp"
#include "wire/workbench.hpp"

namespace USAGEKIT_NAMESPACE::call {

class Engine;

/// The environment variables that `from_env()` of a client reads.
struct Variables {
    std::string_view token{};
    std::string_view base_url{};
};

/// What sets one provider's API apart from the others.
struct Dialect {
    std::string_view base_url;  ///< The default host; empty when there is none.
    ReadError read_error;
    Variables variables{};
};

/// The base URL as requests begin with it, or `invalid_request` for one that must not be used.
[[nodiscard]] Result<std::string> usable_base_url(const ClientOptions& options);

/// What all calls of one client share. Of it only the tokens for repetitions, the pace and the number of calls change.
///
/// It does not own the engine: a client and a call that has not been sent yet do, by the pointer that `connected`
/// gives, while a call that the engine itself runs does not, so that the engine ends with the last client.
class Service : public std::enable_shared_from_this<Service> {
public:
    /// Where the values of the Authorization field come from.
    struct Authorization {
        std::string_view scheme;
        AuthorizationSource source;
    };

    /// Options that cannot be used are remembered as the error with which every call will end. The engine, which may be
    /// null where no call is sent, must live as long as calls are sent.
    Service(const Dialect& dialect, Authorization authorization, const ClientOptions& options,
            Engine* engine = nullptr);

    [[nodiscard]] const std::optional<Error>& refusal() const noexcept { return refusal_; }
    [[nodiscard]] const ClientOptions& options() const noexcept { return options_; }
    [[nodiscard]] const std::string& user_agent() const noexcept { return user_agent_; }
    [[nodiscard]] std::string_view scheme() const noexcept { return authorization_.scheme; }
    [[nodiscard]] ReadError read_error() const noexcept { return dialect_.read_error; }
    [[nodiscard]] RetryTokens& retry_tokens() const noexcept { return retry_tokens_; }
    /// Counts from 1.
    [[nodiscard]] std::uint64_t next_call_number() const noexcept { return ++calls_; }
    [[nodiscard]] Pace& pace() const noexcept { return pace_; }
    [[nodiscard]] wire::WorkbenchPool& workbenches() const noexcept { return workbenches_; }
    [[nodiscard]] Engine& engine() const noexcept { return *engine_; }

    /// The absolute URL of a path and query below the base URL.
    [[nodiscard]] std::string url(std::string_view reference) const;

    /// Asks the user's token or callback. A callback that throws gives `authentication`.
    [[nodiscard]] Result<Secret> authorization() const;

    /// What that would give, where it is always the same; else null.
    [[nodiscard]] const Secret* fixed_authorization() const noexcept { return authorization_.source.fixed(); }

private:
    Dialect dialect_;
    Authorization authorization_;
    ClientOptions options_;
    std::string base_url_{};  // without a slash at its end
    std::string user_agent_{};
    std::optional<Error> refusal_{};
    Engine* engine_;
    mutable RetryTokens retry_tokens_;
    mutable Pace pace_;
    mutable wire::WorkbenchPool workbenches_{};
    mutable std::atomic<std::uint64_t> calls_ = 0;
};

/// A service with the engine of its transport; both live as long as this pointer and its copies.
[[nodiscard]] std::shared_ptr<const Service> connected(const Dialect& dialect, Service::Authorization authorization,
                                                       const ClientOptions& options);
template <class Token>
[[nodiscard]] std::shared_ptr<const Service> connected(const Dialect& dialect, const Credential<Token>& credential,
                                                       const ClientOptions& options) {
    return connected(dialect, Service::Authorization{Token::scheme, credential.source()}, options);
}

}  // namespace USAGEKIT_NAMESPACE::call
