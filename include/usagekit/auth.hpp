#pragma once

#include <concepts>
#include <cstddef>
#include <functional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include <usagekit/abi.hpp>
#include <usagekit/result.hpp>
#include <usagekit/secret.hpp>

namespace USAGEKIT_NAMESPACE {

/// An API key behind the word `Token`; no registered scheme, but a common one.
struct TokenScheme {
    /// How the scheme is written in the header field.
    static constexpr std::string_view name = "Token";
};
/// The scheme of RFC 6750.
struct BearerScheme {
    /// How the scheme is written in the header field.
    static constexpr std::string_view name = "Bearer";
};

/// A token that is sent as `Authorization: <Scheme> <token>` (RFC 9110 section 11.4). A client takes only the scheme
/// that its service asks for. The token must be visible ASCII without blanks; a call with any other is refused as
/// `invalid_request` before anything is sent.
template <class Scheme>
class AccessToken {
public:
    /// How the scheme is written in the header field.
    static constexpr std::string_view scheme = Scheme::name;

    /// Takes the token; whether it can be sent is checked by the call.
    explicit AccessToken(Secret token) : token_(std::move(token)) {}
    /// Copies the token.
    explicit AccessToken(std::string_view token) : token_(token) {}
    /// Copies the token; null, which `std::getenv` gives for a variable that is not set, is an empty one.
    explicit AccessToken(const char* token) : token_(token == nullptr ? "" : token) {}
    AccessToken(std::nullptr_t) = delete;

    /// The token without its scheme.
    [[nodiscard]] const Secret& secret() const noexcept { return token_; }

private:
    Secret token_;
};

/// `Authorization: Token <api-key>`.
using ApiToken = AccessToken<TokenScheme>;

/// `Authorization: Bearer <token>` (RFC 6750).
using BearerToken = AccessToken<BearerScheme>;

/// The whole value of an Authorization header, or `invalid_request` when the token cannot stand in one.
[[nodiscard]] USAGEKIT_EXPORT Result<Secret> authorization(std::string_view scheme, const Secret& token);

/// What gives the values of the Authorization header. The library asks it; a program makes a `Credential`.
class USAGEKIT_EXPORT AuthorizationSource {
public:
    /// Always the same value, or the same error.
    explicit AuthorizationSource(Result<Secret> value) : source_(std::move(value)) {}
    /// What the callback gives each time.
    explicit AuthorizationSource(std::function<Result<Secret>()> ask) : source_(std::move(ask)) {}

    /// The value for the next request. Throws what the callback throws.
    [[nodiscard]] Result<Secret> operator()() const;

    /// The value, when it is always the same; else null.
    [[nodiscard]] const Secret* fixed() const noexcept;

private:
    std::variant<Result<Secret>, std::function<Result<Secret>()>> source_;
};

/// What a `Credential` can be made of besides a token: something that gives a `Token` or a `Result<Token>` when called.
template <class Callback, class Token>
concept TokenCallback = std::convertible_to<std::invoke_result_t<const Callback&>, Result<Token>>;

/// Where a client gets its token from: a fixed token, or a callback for tokens that rotate.
///
/// The callback is asked before every request, on the thread that drives the call, possibly on several threads at
/// once. Its time counts as the call's. An error that it gives ends the call; when it throws, the call ends as
/// `authentication`.
template <class Token>
class Credential {
public:
    /// Always the same token.
    explicit(false) Credential(const Token& token) : source_(usagekit::authorization(Token::scheme, token.secret())) {}

    /// What the callback gives each time. It lives as long as a client or a call that needs it.
    template <TokenCallback<Token> Callback>
    explicit(false) Credential(Callback callback)
        : source_(std::function([ask = std::move(callback)]() -> Result<Secret> {
              const Result<Token> token = ask();
              if (!token) return token.assume_error();
              return usagekit::authorization(Token::scheme, token.assume_value().secret());
          })) {}

    /// The source of Authorization values that the library asks.
    [[nodiscard]] const AuthorizationSource& source() const noexcept { return source_; }

private:
    AuthorizationSource source_;
};

}  // namespace USAGEKIT_NAMESPACE
