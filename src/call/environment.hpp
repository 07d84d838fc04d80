#pragma once

#include <string_view>
#include <utility>

#include <usagekit/auth.hpp>
#include <usagekit/options.hpp>
#include <usagekit/result.hpp>

#include "call/service.hpp"

namespace USAGEKIT_NAMESPACE::call {

/// What the environment gave of a client.
struct FromEnvironment {
    Secret token;
    ClientOptions options;  ///< The caller's, with a base URL of the environment where they had none.
};

/// Reads the variables that the dialect names. Gives `invalid_request`, naming the variable, for one that is needed and
/// missing, empty or unusable.
[[nodiscard]] Result<FromEnvironment> read_environment(const Dialect& dialect, std::string_view scheme,
                                                       ClientOptions options);

/// The client that the environment describes.
template <class Client, class Token>
[[nodiscard]] Result<Client> from_environment(const Dialect& dialect, ClientOptions options) {
    auto read = read_environment(dialect, Token::scheme, std::move(options));
    if (!read) return std::move(read).assume_error();
    auto& found = read.assume_value();
    return Client(Token(std::move(found.token)), found.options);
}

}  // namespace USAGEKIT_NAMESPACE::call
