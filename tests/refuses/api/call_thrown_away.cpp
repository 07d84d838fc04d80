// expects: ignoring return.*: '?a call sends nothing until get\(\)
#include <usagekit/wiremock/client.hpp>

usagekit::Call<usagekit::wiremock::Usage> prepared();

void example() {
#ifndef MISTAKE
    const auto call = prepared();
#else
    prepared();
#endif
}
