// What each refusal of Billing becomes, under whatever status it comes.
#include <doctest/doctest.h>

#include <usagekit/billing/client.hpp>

#include "journal.hpp"
#include "service.hpp"
#include "stub.hpp"

using namespace usagekit;
using namespace std::chrono;
using billing::MetricId;

namespace {

struct Row {
    int status;
    ErrorKind kind;
    std::string code;
    const char* message;
};

void check(const Error& error, const Row& row) {
    CAPTURE(row.code);
    CHECK(error.status == row.status);
    CHECK(error.kind == row.kind);
    CHECK(error.code == row.code);
    CHECK(error.message == row.message);
    CHECK(error.body.starts_with("{"));
}

Error answered(WireMockHost& host, int status, const std::string& body) {
    host.reset();
    host.stub(stub(get_of(usage_path), R"("status":)" + std::to_string(status) + R"(,"jsonBody":)" + body));
    return failure(client_of(host).usage());
}

}  // namespace

TEST_CASE("fault 41: success: false is an error under 200, after one request") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    check(failure(client.usage({.metrics = {MetricId{"broken"}}})),
          {200, ErrorKind::rejected, "METRIC_BROKEN", "The metric cannot be read"});
    CHECK(host.journal().size() == 1);
    check(failure(client.usage({.metrics = {MetricId{"unauthorized"}}})),
          {200, ErrorKind::authentication, "UNAUTHORIZED", "Authentication required"});
    CHECK(host.journal().size() == 2);
    CHECK(client.usage().get());
}

TEST_CASE("fault 41: a token that Billing does not know, and one that may not do this, are told without it") {
    auto& host = fresh_host();
    const auto error_with = [&](const char* key) {
        host.reset();
        auto error = failure(client_of(host, key).usage(), key);
        CHECK(only_request(host).headers.find("Authorization") == std::string("Bearer ").append(key));
        return error;
    };
    check(error_with("wrong-session-token"),
          {401, ErrorKind::authentication, "UNAUTHORIZED", "Authentication required"});
    check(error_with("forbidden-session-token"), {403, ErrorKind::permission, "FORBIDDEN", "Forbidden"});
}

TEST_CASE("a query that Billing does not take is told in its words, after one request") {
    auto& host = fresh_host();
    check(failure(client_of(host).usage({.start_date = 2024y / May / 1, .end_date = 2024y / May / 31})),
          {400, ErrorKind::rejected, "BAD_REQUEST", "mock: no stub takes this query"});
    CHECK(host.journal().size() == 1);
}

TEST_CASE("fault 41: the documented errors have their kind, code and message under any status") {
    auto& host = fresh_host();
    const auto body = [](const char* error) { return R"({"success":false,"error":)" + std::string(error) + "}"; };
    const auto range =
        body(R"({"code":"BAD_REQUEST","message":"Invalid date range: startDate must be before endDate"})");
    const Row rejected{400, ErrorKind::rejected, "BAD_REQUEST", "Invalid date range: startDate must be before endDate"};
    check(answered(host, 400, range), rejected);
    check(answered(host, 200, range), {200, rejected.kind, rejected.code, rejected.message});
    check(answered(host, 201, range), {201, rejected.kind, rejected.code, rejected.message});
    check(answered(host, 404, range), {404, ErrorKind::not_found, rejected.code, rejected.message});
    check(answered(host, 200, body("{}")), {200, ErrorKind::rejected, "", "the service gave no reason"});
    check(answered(host, 200, body("null")), {200, ErrorKind::rejected, "", "the service gave no reason"});
    check(answered(host, 200, R"({"success":false})"), {200, ErrorKind::rejected, "", "the service gave no reason"});
}

TEST_CASE("fault 41: an HTML error page has the kind of its status and stands in the error's body") {
    auto& host = fresh_host();
    host.stub(stub(get_of(usage_path), R"("status":502,"headers":{"Content-Type":"text/html"},)"
                                       R"("body":"<!DOCTYPE html><html><body>Bad gateway</body></html>")"));
    const auto error = failure(client_of(host).usage());
    CHECK(error.kind == ErrorKind::server);
    CHECK(error.status == 502);
    CHECK(error.code.empty());
    CHECK(error.message == "the service gave no reason");
    CHECK(error.body.starts_with("<!DOCTYPE html>"));
}

TEST_CASE("fault 41: success: true under an error's status is an error all the same") {
    auto& host = fresh_host();
    check(answered(host, 422, R"({"success":true,"data":{}})"),
          {422, ErrorKind::rejected, "", "the service gave no reason"});
}

TEST_CASE("fault 10: a token that Billing repeats in its answer is not shown") {
    auto& host = fresh_host();
    for (const int status : {200, 401}) {
        host.reset();
        host.stub(stub(get_of(usage_path), echoing_answer(status)));
        const auto error = failure(client_of(host).usage());
        CHECK(error.kind == (status == 200 ? ErrorKind::rejected : ErrorKind::authentication));
        CHECK(error.message == "Bearer ***");
        CHECK(error.code == "Bearer ***");
    }
}
