#include "call/environment.hpp"

#include <cstdlib>
#include <string>

#include "core/redact.hpp"
#include "core/refusal.hpp"
#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::call {

namespace {

struct Variable {
    std::string_view name;
    const char* value;  ///< Null when it is not set.

    [[nodiscard]] bool is_there() const noexcept { return value != nullptr && *value != '\0'; }
};

Variable variable(std::string_view name) {
    return {name, std::getenv(std::string(name).c_str())};  // NOLINT(concurrency-mt-unsafe): the caller is told
}

Error missing(const Variable& variable, std::string_view advice) {
    return refusal(concat("the environment variable ", variable.name, variable.value ? " is empty" : " is not set"),
                   concat("set ", variable.name, " to ", advice));
}

Error unusable(const Variable& variable, const Error& why) {
    return refusal(concat("the environment variable ", variable.name, " cannot be used: ", why.message),
                   concat("correct ", variable.name, ": ", why.advice));
}

/// The options with a base URL of the environment, where they have none.
Result<ClientOptions> with_base_url(const Dialect& dialect, ClientOptions options) {
    if (!options.base_url.empty()) return options;
    const auto url = variable(dialect.variables.base_url);
    const bool has_default = !dialect.base_url.empty();
    if (!url.is_there() && has_default) return options;
    if (!url.is_there()) return missing(url, "the URL of the service, or give ClientOptions::base_url");
    options.base_url = url.value;
    const auto usable = usable_base_url(options);
    if (!usable) return unusable(url, usable.assume_error());
    return options;
}

}  // namespace

Result<FromEnvironment> read_environment(const Dialect& dialect, std::string_view scheme, ClientOptions options) {
    const auto token = variable(dialect.variables.token);
    if (!token.is_there()) return missing(token, "the token as the service shows it");
    Secret secret(token.value);
    if (const auto value = authorization(scheme, secret); !value) return unusable(token, value.assume_error());
    auto located = with_base_url(dialect, std::move(options));
    if (located) return FromEnvironment{.token = std::move(secret), .options = std::move(located).assume_value()};
    Redactor redactor;  // who mixes the two up shows the token as a URL
    redactor.add(secret);
    redactor.redact(located.assume_error());
    return std::move(located).assume_error();
}

}  // namespace USAGEKIT_NAMESPACE::call
