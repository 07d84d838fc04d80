// expects: no known conversion .*from 'usagekit::BearerToken' .* to '(usagekit::)?Credential<
#include <usagekit/wiremock/client.hpp>

void example() {
#ifndef MISTAKE
    const usagekit::wiremock::Client client{usagekit::ApiToken{"token"}};
#else
    const usagekit::wiremock::Client client{usagekit::BearerToken{"token"}};
#endif
}
