// What each client takes from the environment, and what of it each refuses. No network.
#include <functional>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <usagekit/billing/client.hpp>
#include <usagekit/measure/client.hpp>
#include <usagekit/meteroid/client.hpp>
#include <usagekit/wiremock/client.hpp>

#include "environment.hpp"
#include "error_of.hpp"

using namespace usagekit;

namespace {

using Text = std::optional<std::string>;

constexpr auto token = "s3cret/token";

/// One client, and what it would send first.
struct Provider {
    std::string token_variable{};
    std::string url_variable{};
    std::string scheme{};
    std::string production{};  ///< Empty where there is no default.
    std::function<Result<http::Request>(const ClientOptions&)> request{};
    /// The error of the client itself, which is made in any case where there is none.
    std::function<std::optional<Error>(const ClientOptions&)> refusal{};
};

/// `ask` makes the call that stands for all of a client.
template <class Client>
Provider provider(const std::string& token_variable, const std::string& prefix, std::string scheme,
                  std::string_view production, auto ask) {
    return {.token_variable = token_variable,
            .url_variable = prefix + "_BASE_URL",
            .scheme = std::move(scheme),
            .production = std::string(production),
            .request = [ask](const ClientOptions& options) -> Result<http::Request> {
                const auto client = Client::from_env(options);
                if (!client) return client.error();
                return ask(client.value()).request();
            },
            .refusal = [](const ClientOptions& options) -> std::optional<Error> {
                const auto client = Client::from_env(options);
                return client ? std::nullopt : std::optional(error_of(client, "s3cret"));
            }};
}

std::vector<Provider> providers() {
    return {provider<wiremock::Client>("WIREMOCK_CLOUD_TOKEN", "WIREMOCK_CLOUD", "Token", wiremock::production,
                                       [](const auto& client) { return client.self(); }),
            provider<meteroid::Client>("METEROID_API_KEY", "METEROID", "Bearer", meteroid::production,
                                       [](const auto& client) {
                                           return client.customer_usage({.customer_id = meteroid::CustomerId{"c"},
                                                                         .start_date = std::chrono::year{2024} / 1 / 1,
                                                                         .end_date = std::chrono::year{2024} / 2 / 1});
                                       }),
            provider<measure::Client>("MEASURE_API_KEY", "MEASURE", "Bearer", measure::production,
                                      [](const auto& client) {
                                          return client.subscription_usage(
                                              {.company_id = measure::CompanyId{"cmp_1"},
                                               .subscription_id = measure::SubscriptionId{"s"},
                                               .product_metric_pricing_id = measure::ProductMetricPricingId{"p"}});
                                      }),
            provider<billing::Client>("BILLING_TOKEN", "BILLING", "Bearer", {},
                                      [](const auto& client) { return client.usage(); })};
}

/// What one environment becomes, for every provider.
struct Row {
    Text token{};
    Text url{};
    ClientOptions options{};
};

template <class Check>
void with_each(const Row& row, Check check) {
    for (const auto& provider : providers()) {
        CAPTURE(provider.token_variable);
        const EnvironmentVariable set_token(provider.token_variable, row.token);
        const EnvironmentVariable set_url(provider.url_variable, row.url);
        check(provider);
    }
}

/// The error has this message, names the variable in its advice too, and is not about a URL that was asked.
void check_refusal(const Provider& provider, const Row& row, const std::string& variable, const std::string& message) {
    const auto error = provider.refusal(row.options);
    REQUIRE(error);
    CHECK(error->kind == ErrorKind::invalid_request);
    CHECK(error->message == "the environment variable " + variable + message);
    CHECK(error->advice.find(variable) != std::string::npos);
    CHECK(error->url.empty());
}

}  // namespace

TEST_CASE("a client takes its token and base URL from the variables of its provider") {
    with_each({token, "https://h.example/prefix/"}, [](const Provider& provider) {
        const auto request = provider.request({}).value();
        CHECK(request.url.starts_with("https://h.example/prefix/"));
        CHECK(request.headers.find("Authorization") == provider.scheme + " ***");
    });
}

TEST_CASE("without a base URL, or with an empty one, a client asks its provider's production host") {
    for (const auto& url : {Text{}, Text{""}}) {
        with_each({token, url}, [](const Provider& provider) {
            if (!provider.production.empty()) {
                CHECK(provider.request({}).value().url.starts_with(provider.production + "/"));
            }
        });
    }
}

TEST_CASE("a provider without a production host needs a base URL") {
    for (const auto& url : {Text{}, Text{""}}) {
        const Row row{token, url};
        with_each(row, [&](const Provider& provider) {
            if (!provider.production.empty()) return;
            check_refusal(provider, row, provider.url_variable, url ? " is empty" : " is not set");
        });
    }
}

TEST_CASE("the base URL of the options comes before that of the environment, which is not even looked at") {
    for (const auto& url : {Text{}, Text{""}, Text{"https://h.example"}, Text{"nonsense"}}) {
        with_each({token, url}, [](const Provider& provider) {
            const auto request = provider.request({.base_url = "https://other.example"}).value();
            CHECK(request.url.starts_with("https://other.example/"));
        });
    }
}

TEST_CASE("the other options are those of the caller") {
    with_each({token, "http://h.example"}, [](const Provider& provider) {
        const auto request = provider.request({.user_agent = "app/1", .allow_plain_http = true}).value();
        CHECK(request.url.starts_with("http://h.example/"));
        CHECK(request.headers.find("User-Agent")->starts_with("app/1 "));
    });
}

TEST_CASE("a token that is missing or empty is told by the name of its variable") {
    for (const auto& missing : {Text{}, Text{""}}) {
        const Row row{missing, "https://h.example", {.base_url = "https://h.example"}};
        with_each(row, [&](const Provider& provider) {
            check_refusal(provider, row, provider.token_variable, missing ? " is empty" : " is not set");
        });
    }
}

TEST_CASE("a token that cannot be sent is refused at once by the name of its variable, and not shown") {
    for (const auto* bad : {"s3cret token", "s3cret\r\nX: y", "s3cret\x7f", "s3cret\n", "s3cret\xC3\xA9"}) {
        const Row row{bad, "https://h.example"};
        with_each(row, [&](const Provider& provider) {
            check_refusal(provider, row, provider.token_variable,
                          " cannot be used: the token holds a blank, a control character or a character beyond ASCII "
                          "at position 6");
        });
    }
}

TEST_CASE("a base URL that cannot be used is refused at once by the name of its variable") {
    struct Refused {
        const char* url;
        const char* why;
    };
    static constexpr Refused refused[] = {
        {"h.example", R"(the URL "h.example" cannot be used: it has no scheme)"},
        {"ftp://h.example", R"(the URL "ftp://h.example" cannot be used: its scheme is "ftp", not http or https)"},
        {"https://user:s3cret@h.example", "the URL cannot be used: it holds user information"},
        {"https://h.example?key=s3cret", "the base URL has a query or a fragment"},
        {"http://h.example", "http to h.example would show the token to everybody on the way"},
        {token, R"(the URL "***" cannot be used: it has no scheme)"},
    };
    for (const auto& [url, why] : refused) {
        const Row row{token, url};
        with_each(row, [&, &reason = why](const Provider& provider) {
            check_refusal(provider, row, provider.url_variable, std::string(" cannot be used: ").append(reason));
        });
    }
}
