// A session with the real WireMock, recorded once: replayed without a server, and served by WireMock again.
#include <algorithm>

#include <doctest/doctest.h>

#include <usagekit/testing.hpp>

#include "service.hpp"
#include "stub.hpp"
#include "temp_folder.hpp"
#include "testing/files.hpp"

using namespace usagekit;
using namespace usagekit::testing;
using namespace std::chrono;
namespace fs = std::filesystem;

namespace {

constexpr auto secret = "k3y-in-answer";

billing::Client client_by(const std::string& base_url, std::shared_ptr<http::Transport> transport) {
    return billing::Client{
        BearerToken{mock_key},
        {.base_url = base_url, .transport = std::move(transport), .clock = std::make_shared<FakeClock>()}};
}

/// What came of a call, as a text that is the same when all is.
std::string told(const Result<billing::Usage>& usage) {
    if (usage) return to_json(usage.value());
    const auto& error = usage.error();
    return std::string(to_string(error.kind)) + " " + error.code + " " + error.message;
}

/// All that is asked in a session.
std::vector<std::string> session(const billing::Client& client) {
    std::vector<std::string> answers;
    const auto ask = [&](const billing::GetUsage& request) { answers.push_back(told(client.usage(request).get())); };
    ask({});
    ask({.start_date = 2024y / January / 1, .end_date = 2024y / January / 31});
    ask({.start_date = 2024y / February / 1, .end_date = 2024y / February / 29});
    ask({.metrics = {billing::MetricId{"broken"}}});
    ask({.metrics = {billing::MetricId{"flaky"}}});  // 503, then it answers
    ask({.metrics = {billing::MetricId{"moved"}}});
    ask({.metrics = {billing::MetricId{"nothing"}}});
    return answers;
}

void add_stubs(WireMockHost& host) {
    const auto asks_for = [](const std::string& metric) {
        return get_of(usage_path) + R"(,"queryParameters":{"metrics":{"equalTo":")" + metric + "\"}}";
    };
    const std::string usage = R"("status":200,"bodyFileName":"usage.json")";
    for (const auto& mapping : sequence(asks_for("flaky"), {R"("status":503)", R"("status":503)", usage})) {
        host.stub(mapping);
    }
    host.stub(stub(asks_for("moved"), std::string(R"("status":302,"transformers":["response-template"],"headers":{)")
                                          + R"("Location":"{{request.baseUrl}}/elsewhere?token=)" + mock_key + "\"}"));
    host.stub(stub(get_of("/elsewhere"), std::string(R"("status":400,"headers":{"Set-Cookie":"k3y-in-answer"},)")
                                             + R"("jsonBody":{"apiKey":"k3y-in-answer","success":false,)"
                                               R"("error":{"code":"GONE","message":"gone"}})"));
    host.stub(stub(asks_for("nothing"), R"("fault":"CONNECTION_RESET_BY_PEER")"));
}

}  // namespace

TEST_CASE("a recorded session is replayed without a server, and by WireMock, with the same results and no secret") {
    auto& host = fresh_host();
    add_stubs(host);
    const TempFolder folder;
    const auto recording = RecordingTransport::into_folder(folder.path()).value();
    const auto recorded = session(client_by(host.base_url(), recording));
    REQUIRE(recorded.size() == 7);
    CHECK(recorded[0] == recorded[4]);
    CHECK(recorded[5] == "rejected GONE gone");

    std::size_t files = 0;
    for (const auto& file : json_files_below(folder.path())) {
        ++files;
        const auto text = content_of(file).value();
        CAPTURE(text);
        for (const auto* hidden : {mock_key, secret, "127.0.0.1"}) CHECK(text.find(hidden) == std::string::npos);
    }
    CHECK(files == 10);

    const auto replay = ReplayTransport::from_folder(folder.path()).value();
    const auto without_server = session(client_by("https://billing.example", replay));
    CHECK(std::equal(without_server.begin(), without_server.end() - 1, recorded.begin()));
    CHECK(without_server.back().starts_with("network"));
    CHECK(replay->unused().empty());
    CHECK(replay->unmatched().empty());

    const WireMockHost served(folder.path().string());
    const auto by_wiremock = session(client_by(served.base_url(), std::make_shared<http::CurlTransport>()));
    CHECK(std::equal(by_wiremock.begin(), by_wiremock.end() - 1, recorded.begin()));
    CHECK(by_wiremock.back().starts_with("network"));
}
