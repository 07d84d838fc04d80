#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/options.hpp>
#include <usagekit/result.hpp>
#include <usagekit/secret.hpp>

#include "pending_report.hpp"
#include "reading.hpp"

namespace tool {

/// What a provider can be asked with, as an option (`--all-customers`) and as a key of a profile (`all_customers`).
struct Parameter {
    std::string name{};         ///< As a key.
    std::string placeholder{};  ///< What to call its value.
    std::string help{};         ///< What it says, for people.
    Shape shape = Shape::one;
    bool is_required = false;
    std::function<Result<void>(std::string_view)> check{};  ///< Refuses a text that is no value of it.
};

/// The texts that were given for parameters, by name. A flag has `true`.
using Values = std::map<std::string, std::vector<std::string>>;

/// As whom and how a provider is asked.
struct Access {
    usagekit::Secret token{};
    usagekit::ClientOptions client{};
    usagekit::CallOptions call{};
    std::optional<std::string> subject{};  ///< Whose usage it is, for the report.
};

/// All that the tool knows of one provider. Options, keys of profiles, help texts and completions are made of it.
struct Provider {
    std::string name{};               ///< As a subcommand, and in profiles.
    std::string service{};            ///< For people.
    std::string example{};            ///< Options of an example, for the help text.
    std::string token_variable{};     ///< The environment variable that holds the token,
    std::string token_meaning{};      ///< and what that is.
    std::string base_url_variable{};  ///< The environment variable that may say where the service is.
    std::string base_url{};           ///< Where it is otherwise; empty when that must be said.
    std::vector<Parameter> parameters{};
    std::function<Result<PendingReport>(const Values&, const Access&)> ask{};  ///< Sends nothing yet.
};

/// All providers, in the order of their names: CMake writes it from the files in `providers/`.
[[nodiscard]] std::vector<Provider> all_providers();

}  // namespace tool
