// expects: ignoring return.*: '?a call sends nothing until get\(\)
#include <usagekit/wiremock/client.hpp>

void example(const usagekit::wiremock::Client& client) {
#ifndef MISTAKE
    const auto call = client.my_usage();
#else
    client.my_usage();
#endif
}
