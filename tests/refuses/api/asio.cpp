// MISTAKE of_lvalue: use of deleted function '.*::Call\(const |deleted copy constructor of '(usagekit::)?Call<
// MISTAKE handler_of_another_type: no matching function for call to '?async_get
#include <utility>

#include <usagekit/asio.hpp>
#include <usagekit/wiremock/client.hpp>

void example(const usagekit::wiremock::Client& client) {
    auto call = client.my_usage();
#ifdef MISTAKE_handler_of_another_type
    const auto handler = [](const usagekit::Result<usagekit::wiremock::User>&) {};
#else
    const auto handler = [](const usagekit::Result<usagekit::wiremock::Usage>&) {};
#endif
#ifdef MISTAKE_of_lvalue
    async_get(call, handler);
#else
    async_get(std::move(call), handler);
#endif
}
