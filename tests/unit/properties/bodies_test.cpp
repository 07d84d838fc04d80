// What holds for whatever bytes a service answers with.
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include <usagekit/billing/client.hpp>
#include <usagekit/measure/client.hpp>
#include <usagekit/meteroid/client.hpp>
#include <usagekit/testing/fake.hpp>
#include <usagekit/wiremock/client.hpp>

#include "another_parser.hpp"
#include "error_of.hpp"
#include "mutation.hpp"
#include "sanitizers.hpp"

using namespace usagekit;
using namespace usagekit::testing;

namespace {

constexpr auto token = "mock-api-key";
constexpr auto base = "http://127.0.0.1:1";
constexpr int mutants = under_sanitizers ? 20 : 200;  // of each body, under each status, in each strictness

/// All that the mock host of a provider answers with.
std::vector<std::string> bodies_of(const std::string& provider) {
    std::vector<std::string> bodies;
    for (const auto& file : std::filesystem::directory_iterator(USAGEKIT_MOCK_SERVER "/" + provider + "/__files")) {
        std::ifstream in(file.path());
        bodies.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    REQUIRE(!bodies.empty());
    return bodies;
}

/// A value, which only valid JSON gives, or a decode error; an error that the service tells, too, when it may.
template <class T>
void check_success(const Result<T>& result, const std::string& body, bool may_tell_error) {
    if (result) {
        REQUIRE(verdict_of_another(body) != Verdict::no_json);
        return;
    }
    const auto kind = error_of(result, token).kind;
    const bool is_told = kind == ErrorKind::rejected || kind == ErrorKind::authentication;
    REQUIRE((kind == ErrorKind::decode || (may_tell_error && is_told)));
}

/// `call` makes a client with the options and asks it once.
template <class Ask>
void check_bodies(const std::string& provider, Ask ask, bool may_tell_error = false) {
    Mutation random(1);
    for (const auto& body : bodies_of(provider)) {
        for (int i = 0; i < mutants; ++i) {
            const auto mutant = i % 16 == 0 ? random.bytes(200) : random(body);
            CAPTURE(mutant);
            for (const auto strictness : {Strictness::lenient, Strictness::strict}) {
                const auto transport = scripted({json(200, mutant), json(400, mutant)});
                const ClientOptions options{.base_url = base, .strictness = strictness, .transport = transport};
                check_success(ask(options), mutant, may_tell_error);
                REQUIRE(error_of(ask(options), token).kind == ErrorKind::rejected);
                REQUIRE(transport->requests().size() == 2);
            }
        }
    }
}

}  // namespace

TEST_CASE("whatever WireMock Cloud answers, it is a value of the model or a typed error") {
    check_bodies("wiremock", [](const ClientOptions& options) {
        return wiremock::Client{ApiToken{token}, options}.usage(wiremock::SubscriptionId{"qmr8z"}).get();
    });
    check_bodies("wiremock", [](const ClientOptions& options) {
        return wiremock::Client{ApiToken{token}, options}.user(wiremock::UserId{"9gd5l"}).get();
    });
    check_bodies("wiremock", [](const ClientOptions& options) {
        return wiremock::Client{ApiToken{token}, options}.organisation(wiremock::OrganisationId{"o"}).get();
    });
}

TEST_CASE("whatever Meteroid answers, it is a value of the model or a typed error") {
    check_bodies("meteroid", [](const ClientOptions& options) {
        const meteroid::SubscriptionId id{"sub_7n42DGM5Tflk9n8mt7Fhc7"};
        return meteroid::Client{BearerToken{token}, options}.subscription_usage({.subscription_id = id}).get();
    });
}

TEST_CASE("whatever Measure answers, it is a value of the model or a typed error") {
    check_bodies("measure", [](const ClientOptions& options) {
        return measure::Client{BearerToken{token}, options}
            .subscription_usage({.company_id = measure::CompanyId{"cmp_12345"},
                                 .subscription_id = measure::SubscriptionId{"sub_12345"},
                                 .product_metric_pricing_id = measure::ProductMetricPricingId{"pmp_12345"}})
            .get();
    });
}

TEST_CASE("whatever Billing answers, it is a value of the model or a typed error") {
    const auto ask = [](const ClientOptions& options) {
        return billing::Client{BearerToken{token}, options}.usage().get();
    };
    check_bodies("billing", ask, true);
}
