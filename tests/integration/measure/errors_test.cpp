// What each refusal of Measure becomes, and which redirects of a POST are followed.
#include <doctest/doctest.h>

#include <usagekit/measure/client.hpp>

#include "journal.hpp"
#include "service.hpp"
#include "stub.hpp"

using namespace usagekit;
using namespace std::chrono_literals;

namespace {

struct Row {
    int status;
    ErrorKind kind;
    const char* message;
};

void check(const Error& error, const Row& row) {
    CAPTURE(row.status);
    CHECK(error.status == row.status);
    CHECK(error.kind == row.kind);
    CHECK(error.message == row.message);
    CHECK(error.code.empty());
    CHECK(error.method == "POST");
    CHECK(!error.body.empty());
}

std::string redirecting(int status, const std::string& location) {
    return R"("status":)" + std::to_string(status) + R"(,"headers":{"Location":")" + location + "\"}";
}

const std::string any_post = R"("method":"POST","urlPath":")" + std::string(usage_path) + "\"";

}  // namespace

TEST_CASE("fault 41: each form of Measure's errors has its kind and message") {
    const auto client = client_of(fresh_host());
    const auto error_of_subscription = [&](const char* id) { return failure(client.subscription_usage(usage_of(id))); };
    check(error_of_subscription("sub_unknown"), {404, ErrorKind::not_found, "Subscription not found"});
    check(failure(client.subscription_usage(usage_of("sub_12345", "pmp_unknown"))),
          {422, ErrorKind::rejected, "mock: unexpected body"});
    const auto limited = error_of_subscription("sub_limited");
    check(limited, {429, ErrorKind::rate_limited, "Too many requests"});
    CHECK(limited.retry_after == 2s);
    const auto broken = error_of_subscription("sub_broken");
    check(broken, {500, ErrorKind::server, "the service gave no reason"});
    CHECK(broken.body.starts_with("<!DOCTYPE html>"));
}

TEST_CASE("fault 41: a token that Measure does not know, and one that may not do this, are told without it") {
    auto& host = fresh_host();
    const auto error_with = [&](const char* key) {
        host.reset();
        auto error = failure(client_of(host, key).subscription_usage(usage_of("sub_12345")), key);
        CHECK(only_request(host).headers.find("Authorization") == std::string("Bearer ").append(key));
        return error;
    };
    check(error_with("wrong-api-key"), {401, ErrorKind::authentication, "Unauthorized"});
    check(error_with("forbidden-api-key"), {403, ErrorKind::permission, "forbidden for this key"});
}

TEST_CASE("fault 10: a token that Measure repeats in its answer is not shown") {
    auto& host = fresh_host();
    host.stub(stub(any_post, echoing_answer(403)));
    const auto error = failure(client_of(host).subscription_usage(usage_of("sub_12345")));
    CHECK(error.kind == ErrorKind::permission);
    CHECK(error.message == "Bearer ***");
    CHECK(error.code == "Bearer ***");
}

TEST_CASE("307 and 308 repeat the POST with the same body, key and credential") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    for (const int status : {307, 308}) {
        CAPTURE(status);
        host.reset();
        host.stub(stub(R"("method":"POST","urlPath":"/api/v1/companies/cmp_12345/subscriptions/sub_elsewhere/usage")",
                       redirecting(status, "../sub_12345/usage")));
        CHECK(client.subscription_usage(usage_of("sub_elsewhere")).get());
        const auto journal = host.journal();
        REQUIRE(journal.size() == 2);
        CHECK(journal[0].status == status);
        CHECK(journal[1].url == usage_path);
        CHECK(journal[1].method == "POST");
        CHECK(journal[1].body == journal[0].body);
        CHECK(journal[1].body == R"({"product_metric_pricing_id":"pmp_12345"})");
        CHECK(journal[1].headers == journal[0].headers);
        CHECK(journal[1].headers.find("Idempotency-Key"));
    }
}

TEST_CASE("a subscription that has moved is found at its new place") {
    auto& host = fresh_host();
    CallInfo info;
    CHECK(client_of(host).subscription_usage(usage_of("sub_moved"), {.idempotency_key = "k", .info = &info}).get());
    CHECK(info.requests == 2);
    CHECK(info.redirects == std::vector<std::string>{host.base_url() + usage_path});
    for (const auto& entry : host.journal()) CHECK(entry.headers.find("Idempotency-Key") == "k");
}

TEST_CASE("fault 7: 301, 302 and 303, which would make a GET of the POST, are refused after one request") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    for (const int status : {301, 302, 303}) {
        CAPTURE(status);
        host.reset();
        host.stub(stub(any_post, redirecting(status, "/api/v1/elsewhere")));
        const auto error = failure(client.subscription_usage(usage_of("sub_12345")));
        CHECK(error.kind == ErrorKind::redirect);
        CHECK(error.status == status);
        CHECK(only_request(host).method == "POST");
    }
    host.reset();
    CHECK(failure(client.subscription_usage(usage_of("sub_gone"))).kind == ErrorKind::redirect);
    CHECK(host.journal().size() == 1);
}

TEST_CASE("fault 2: a POST is not repeated at another origin") {
    auto& host = fresh_host();
    host.stub(stub(any_post, redirecting(307, "http://localhost:" + std::to_string(host.port()) + usage_path)));
    CHECK(failure(client_of(host).subscription_usage(usage_of("sub_12345"))).kind == ErrorKind::redirect);
    CHECK(host.journal().size() == 1);
}
