// expects: (no viable conversion from|cannot convert) 'const std::string'.* to .*User(Id|Tag)
#include <string>

#include <usagekit/wiremock/client.hpp>

namespace wiremock = usagekit::wiremock;

usagekit::Call<wiremock::User> example(const wiremock::Client& client, const std::string& user) {
#ifndef MISTAKE
    return client.user(wiremock::UserId{user});
#else
    return client.user(user);
#endif
}
