#include <usagekit/wiremock/client.hpp>
#include <usagekit/wiremock/report.hpp>

#include "describe.hpp"

namespace tool::providers {

namespace {

namespace api = usagekit::wiremock;

struct Question {
    std::optional<api::SubscriptionId> subscription{};
};

Result<PendingReport> ask(const Question& question, const Access& access) {
    const api::Client client{usagekit::ApiToken{access.token}, access.client};
    auto call =
        question.subscription ? client.usage(*question.subscription, access.call) : client.my_usage(access.call);
    return pending(client, std::move(call), access.subject);
}

}  // namespace

Provider wiremock() {
    return described<Question>(
        {.name = "wiremock",
         .service = "WireMock Cloud",
         .example = "--subscription qmr8z",
         .token_variable = "WIREMOCK_CLOUD_TOKEN",
         .token_meaning = "your API key",
         .base_url_variable = "WIREMOCK_CLOUD_BASE_URL",
         .base_url = std::string(api::production)},
        {field(&Question::subscription, "subscription", "Whose usage; otherwise that of the token's own organisation")},
        ask);
}

}  // namespace tool::providers
