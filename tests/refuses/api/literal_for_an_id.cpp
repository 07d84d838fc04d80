// expects: cannot convert 'const char ?\[2\]' to .*UserId|UserId' .*could not bind to .*'const char ?\[2\]'
#include <usagekit/wiremock/client.hpp>

namespace wiremock = usagekit::wiremock;

usagekit::Call<wiremock::User> example(const wiremock::Client& client) {
#ifndef MISTAKE
    return client.user(wiremock::UserId{"a"});
#else
    return client.user("a");
#endif
}
