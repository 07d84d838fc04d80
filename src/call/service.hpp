#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <usagekit/auth.hpp>
#include <usagekit/options.hpp>
#include <usagekit/secret.hpp>

#include "call/retries.hpp"
#include "call/status.hpp"

namespace usagekit::call {

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

/// What all calls of one client share. Of it only the tokens for repetitions and the number of calls change.
class Service {
public:
    /// Where the values of the Authorization field come from.
    struct Authorization {
        std::string_view scheme;
        std::function<Result<Secret>()> source;  ///< Gives the whole value.
    };

    /// Options that cannot be used are remembered as the error with which every call will end.
    Service(const Dialect& dialect, Authorization authorization, const ClientOptions& options);

    template <class Token>
    Service(const Dialect& dialect, const Credential<Token>& credential, const ClientOptions& options)
        : Service(dialect, Authorization{Token::scheme, credential.source()}, options) {}

    [[nodiscard]] const std::optional<Error>& refusal() const noexcept { return refusal_; }
    [[nodiscard]] const ClientOptions& options() const noexcept { return options_; }
    [[nodiscard]] const std::string& user_agent() const noexcept { return user_agent_; }
    [[nodiscard]] std::string_view scheme() const noexcept { return authorization_.scheme; }
    [[nodiscard]] ReadError read_error() const noexcept { return dialect_.read_error; }
    [[nodiscard]] RetryTokens& retry_tokens() const noexcept { return retry_tokens_; }
    /// Counts from 1.
    [[nodiscard]] std::uint64_t next_call_number() const noexcept { return ++calls_; }
    [[nodiscard]] http::Transport& transport() const noexcept { return *options_.transport; }

    /// The absolute URL of a path and query below the base URL.
    [[nodiscard]] std::string url(std::string_view reference) const;

    /// Asks the user's token or callback. A callback that throws gives `authentication`.
    [[nodiscard]] Result<Secret> authorization() const;

private:
    Dialect dialect_;
    Authorization authorization_;
    ClientOptions options_;
    std::string base_url_{};  // without a slash at its end
    std::string user_agent_{};
    std::optional<Error> refusal_{};
    mutable RetryTokens retry_tokens_;
    mutable std::atomic<std::uint64_t> calls_ = 0;
};

}  // namespace usagekit::call
