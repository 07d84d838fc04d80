// expects: (deleted (member )?function '.*get|call to deleted member function 'get')
#include <utility>

#include <usagekit/wiremock/client.hpp>

usagekit::Result<usagekit::wiremock::User> example(usagekit::Call<usagekit::wiremock::User> call) {
#ifndef MISTAKE
    return std::move(call).get();
#else
    return call.get();
#endif
}
