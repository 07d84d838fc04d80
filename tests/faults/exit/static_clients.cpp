// A program whose clients live until it ends: one was made before main, one is destroyed after what libcurl uses has
// been taken down, and the connections of both still stand then.
//
// usage: USAGEKIT_URL=https://... USAGEKIT_CA=authority.pem static_clients
#include <cstdlib>
#include <iostream>
#include <optional>

#include <usagekit/wiremock/client.hpp>

using namespace usagekit;

namespace {

wiremock::Client client() {
    return wiremock::Client{ApiToken{"mock-api-key"},
                            {.base_url = std::getenv("USAGEKIT_URL"), .tls = {.ca_file = std::getenv("USAGEKIT_CA")}}};
}

std::optional<wiremock::Client> made_in_main;
const wiremock::Client made_before_main = client();

bool answers(const wiremock::Client& client) {
    const auto usage = client.usage(wiremock::SubscriptionId{"qmr8z"}).get();
    if (!usage) std::cerr << usage.error() << '\n';
    return usage.has_value();
}

}  // namespace

int main() {
    made_in_main = client();
    return answers(made_before_main) && answers(*made_in_main) ? EXIT_SUCCESS : EXIT_FAILURE;
}
