#pragma once

#include <functional>
#include <string>
#include <vector>

#include <usagekit/http.hpp>

#include "decoders.hpp"
#include "place.hpp"

namespace bench {

/// One body that is fetched and decoded: by usagekit, and what the others need to do the same.
struct Service {
    std::string name;                 ///< `wiremock`, or `meteroid_5MB`.
    std::function<void()> get;        ///< One call of usagekit, blocking; its result is thrown away.
    usagekit::http::Request request;  ///< What usagekit sends, with the credential.
    Decode by_simdjson;               ///< Decodes the answer.
    Decode by_nlohmann;               ///< The same.
};

/// All of them at a place. Each has a client, and so a connection, of its own.
[[nodiscard]] std::vector<Service> services(const Place& place);

/// Meteroid's usage with a body of about so many kilobytes: 1, 10, 100, 1000 or 10,000.
[[nodiscard]] Service meteroid_service(const Place& place, int kilobytes);

}  // namespace bench
