// MISTAKE of_another_resource: conver.* .*Organisation(Id|Tag>)'.* to .*Subscription(Id&|Tag>)'
// MISTAKE of_two_resources_compared: (no match for 'operator=='|invalid operands to) .*UserId'.*OrganisationId'
// MISTAKE literal: cannot convert 'const char ?\[2\]' to .*UserId|UserId' .*could not bind to .*'const char ?\[2\]'
// MISTAKE text: (no viable conversion from|cannot convert) 'const std::string'.* to .*User(Id|Tag)
#include <string>

#include <usagekit/wiremock/client.hpp>

namespace wiremock = usagekit::wiremock;

bool example(const wiremock::Client& client, const wiremock::Organisation& organisation, const std::string& text) {
#if defined(MISTAKE_of_another_resource)
    const auto usage = client.usage(organisation.id);
#else
    const auto usage = client.usage(organisation.links.subscription->id().value());
#endif
#if defined(MISTAKE_literal)
    const auto user = client.user("a");
#elif defined(MISTAKE_text)
    const auto user = client.user(text);
#else
    const auto user = client.user(wiremock::UserId{text});
#endif
#if defined(MISTAKE_of_two_resources_compared)
    return wiremock::UserId{text} == organisation.id;
#else
    return wiremock::OrganisationId{text} == organisation.id;
#endif
}
