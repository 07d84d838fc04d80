// Many calls at once against a real WireMock, which tells in its journal what it was asked.
#include <algorithm>
#include <chrono>
#include <future>
#include <map>

#include <doctest/doctest.h>

#include <usagekit/batch.hpp>
#include <usagekit/wiremock/client.hpp>

#include "journal.hpp"
#include "made_calls.hpp"
#include "stub.hpp"
#include "tls_authority.hpp"
#include "wiremock_host.hpp"

using namespace usagekit;
using namespace std::chrono_literals;
using wiremock::Client;

namespace {

Client client_of(const WireMockHost& host, ClientOptions options = {}) {
    options.base_url = host.base_url();
    return Client{ApiToken{"mock-api-key"}, options};
}

/// How often each URL was asked for.
std::map<std::string, int> counts(WireMockHost& host) {
    std::map<std::string, int> times;
    for (const auto& entry : host.journal()) ++times[entry.url];
    return times;
}

const std::map<std::string, int> thirty_chains = {{"/v1/users/self", 30},
                                                  {"/v1/users/9gd5l", 30},
                                                  {"/v1/organisations/mgk7g", 30},
                                                  {"/v1/subscriptions/qmr8z/usage", 30}};

}  // namespace

TEST_CASE("a batch of chains sends every request of every chain once") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    const auto chain = [&](int) { return client.my_usage(); };
    const auto results = get_all(MadeCalls(30, chain), {.max_in_flight = 8});
    REQUIRE(results.size() == 30);
    for (const auto& result : results) CHECK(result.value().stub_called_count == 22309);
    CHECK(counts(host) == thirty_chains);
}

TEST_CASE("chains that run on the transport's thread send every request of every chain once") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    std::vector<std::future<Result<wiremock::Usage>>> futures;
    for (int i = 0; i < 30; ++i) futures.push_back(client.my_usage().async());
    for (auto& future : futures) CHECK(future.get().value().stub_called_count == 22309);
    CHECK(counts(host) == thirty_chains);
}

TEST_CASE("in a batch, what a call is answered with is repeated by its own rules") {
    auto& host = fresh_host();
    host.stub(stub(get_of("/v1/organisations/flaky"), R"("status":503)"));
    host.stub(stub(get_of("/v1/organisations/gone"), R"("status":410)"));
    const auto client = client_of(host, {.retry = {.attempts = 2, .base_delay = 10ms}});
    const std::vector<std::string> ids = {"flaky", "mgk7g", "gone", "mgk7g"};
    const auto results = get_all(MadeCalls(
        4, [&](int n) { return client.organisation(wiremock::OrganisationId{ids[static_cast<std::size_t>(n)]}); }));
    CHECK(results[0].error().attempts == 2);
    CHECK(results[1].has_value());
    CHECK(results[2].error().kind == ErrorKind::not_found);
    CHECK(results[3].has_value());
    CHECK(counts(host)
          == std::map<std::string, int>{
              {"/v1/organisations/flaky", 2}, {"/v1/organisations/gone", 1}, {"/v1/organisations/mgk7g", 2}});
}

TEST_CASE("a batch over TLS speaks HTTP/2, and its requests share a connection") {
    auto& host = fresh_host();
    const Client client{ApiToken{"mock-api-key"},
                        {.base_url = "https://localhost:" + std::to_string(host.https_port()),
                         .tls = {.ca_file = tls_authority().ca_file()}}};
    std::vector<CallInfo> infos(40);
    const auto results = get_all(MadeCalls(40, [&](int n) {
        return client.organisation(wiremock::OrganisationId{"mgk7g"}, {.info = &infos[static_cast<std::size_t>(n)]});
    }));
    CHECK(std::all_of(results.begin(), results.end(), [](const auto& result) { return result.has_value(); }));
    int connections = 0;
    for (const auto& info : infos) connections += info.connections_opened;
    CHECK(connections == 1);
    for (const auto& entry : host.journal()) CHECK(entry.protocol == "HTTP/2.0");
}

TEST_CASE("a client's rate limit spaces the requests of a batch") {
    auto& host = fresh_host();
    const auto client = client_of(host, {.rate_limit = {.per_second = 20}});
    const auto start = std::chrono::steady_clock::now();
    const auto results =
        get_all(MadeCalls(9, [&](int) { return client.organisation(wiremock::OrganisationId{"mgk7g"}); }));
    CHECK(std::chrono::steady_clock::now() - start >= 400ms);
    CHECK(std::all_of(results.begin(), results.end(), [](const auto& result) { return result.has_value(); }));
    CHECK(host.journal().size() == 9);
}
