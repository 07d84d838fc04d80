// expects: (cannot convert|no viable conversion from) .*Organisation(Id|Tag>)'.* to .*Subscription(Id&|Tag>)'
#include <usagekit/wiremock/client.hpp>

namespace wiremock = usagekit::wiremock;

usagekit::Call<wiremock::Usage> example(const wiremock::Client& client, const wiremock::Organisation& organisation) {
#ifndef MISTAKE
    return client.usage(organisation.links.subscription->id().value());
#else
    return client.usage(organisation.id);
#endif
}
