// A program outside of usagekit, written from docs/guide/install.md: prints the version, and what would be sent.
#include <iostream>

#include <usagekit/version.hpp>
#include <usagekit/wiremock/client.hpp>

int main() {
    const usagekit::wiremock::Client wiremock{usagekit::ApiToken{"my-api-key"}};
    const auto request = wiremock.usage(usagekit::wiremock::SubscriptionId{"qmr8z"}).request();
    if (!request) return std::cerr << request.error() << '\n', 1;
    std::cout << "usagekit " USAGEKIT_VERSION << '\n' << request.value() << '\n';
}
