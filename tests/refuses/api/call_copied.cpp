// expects: use of deleted function '.*::Call\(const |deleted copy constructor of 'usagekit::Call<
#include <utility>

#include <usagekit/wiremock/client.hpp>

void example(usagekit::Call<usagekit::wiremock::User> call) {
#ifndef MISTAKE
    auto other = std::move(call);
#else
    auto other = call;
#endif
}
