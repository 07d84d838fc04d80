// What a caller passes that must not be sent: it is refused before any connection is made.
#include <functional>
#include <optional>

#include <doctest/doctest.h>

#include <usagekit/billing/client.hpp>
#include <usagekit/measure/client.hpp>
#include <usagekit/meteroid/client.hpp>
#include <usagekit/wiremock/client.hpp>

#include "error_of.hpp"
#include "raw_server.hpp"

using namespace usagekit;
using namespace std::chrono;

namespace {

/// Makes a client of one provider, and the error of a call by it.
using Ask = std::function<Error(const std::string& token, const ClientOptions& options)>;

/// A call of each provider.
const std::vector<Ask>& providers() {
    static const std::vector<Ask> all = {
        [](const std::string& token, const ClientOptions& options) {
            return error_of(wiremock::Client{ApiToken{token}, options}.my_usage().get(), "s3cret");
        },
        [](const std::string& token, const ClientOptions& options) {
            const meteroid::Client client{BearerToken{token}, options};
            return error_of(
                client.usage_summary({.start_date = 2024y / January / 1, .end_date = 2024y / February / 1}).get(),
                "s3cret");
        },
        [](const std::string& token, const ClientOptions& options) {
            const measure::Client client{BearerToken{token}, options};
            return error_of(client
                                .subscription_usage({.company_id = measure::CompanyId{"cmp_1"},
                                                     .subscription_id = measure::SubscriptionId{"s"},
                                                     .product_metric_pricing_id = measure::ProductMetricPricingId{"p"}})
                                .get(),
                            "s3cret");
        },
        [](const std::string& token, const ClientOptions& options) {
            return error_of(billing::Client{BearerToken{token}, options}.usage().get(), "s3cret");
        }};
    return all;
}

/// Each provider refuses it without a connection, and asks when there is nothing to be refused.
void check_refused(const RawServer& server, const std::string& token, const ClientOptions& options) {
    for (const auto& ask : providers()) {
        const auto error = ask(token, options);
        CHECK(error.kind == ErrorKind::invalid_request);
        CHECK(error.status == 0);
        CHECK(error.attempts == 0);
    }
    CHECK(server.connections() == 0);
}

}  // namespace

TEST_CASE("what the refusals are compared with: a good token and a good base URL are asked with") {
    const RawServer server(RawServer::always("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"));
    for (const auto& ask : providers()) {
        CHECK(ask("s3cret", {.base_url = server.base_url()}).kind == ErrorKind::not_found);
    }
    CHECK(server.requests().size() == providers().size());
}

TEST_CASE("fault 11: a base URL that cannot be used is refused before any connection is made") {
    const RawServer server(RawServer::always(whole_answer("{}")));
    const auto place = "127.0.0.1:" + std::to_string(server.port());
    const std::vector<std::string> base_urls = {"http://user:s3cret@" + place,
                                                "http://user@" + place,
                                                "http://:s3cret@" + place,
                                                "http://" + place + "?q=1",
                                                "http://" + place + "/?",
                                                "http://" + place + "/#",
                                                "http://" + place + "#top",
                                                "ftp://" + place,
                                                "file:///" + place,
                                                "ws://" + place,
                                                "gopher://" + place,
                                                place,
                                                "//" + place,
                                                "/v1",
                                                "http://",
                                                "https://",
                                                "http:///v1",
                                                "http://" + place + "\r\nX: y",
                                                "http://" + place + " ",
                                                "http://192.0.2.1",
                                                "http://api.invalid",
                                                "http://localhost.invalid"};
    for (const auto& base_url : base_urls) {
        CAPTURE(base_url);
        check_refused(server, "a-token", {.base_url = base_url});
    }
}

TEST_CASE("fault 12: a token that cannot stand in a header field is refused before any connection is made") {
    using namespace std::string_literals;
    const RawServer server(RawServer::always(whole_answer("{}")));
    for (const auto& token :
         {""s, " "s, "s3cret token"s, "s3cret\r\nX-Injected: y"s, "s3cret\n"s, "s3cret\r"s, "s3cret\0"s, "\0s3cret"s,
          "s3cret\t"s, "s3cret\x1b[2J"s, "s3cret\x7f"s, "s3cret\xC3\xA9"s, "s3cret\xFF"s}) {
        CAPTURE(token);
        check_refused(server, token, {.base_url = server.base_url()});
    }
}
