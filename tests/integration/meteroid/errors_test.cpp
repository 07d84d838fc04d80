// What each refusal of Meteroid becomes.
#include <doctest/doctest.h>

#include <usagekit/meteroid/client.hpp>

#include "journal.hpp"
#include "service.hpp"
#include "stub.hpp"

using namespace usagekit;
using namespace std::chrono_literals;
using meteroid::CustomerId;
using meteroid::ErrorCode;
using meteroid::SubscriptionId;

namespace {

constexpr auto trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

struct Row {
    std::string id;
    int status;
    ErrorKind kind;
    const char* code;
    const char* message;
};

void check(const Error& error, const Row& row) {
    CAPTURE(row.id);
    CHECK(error.status == row.status);
    CHECK(error.kind == row.kind);
    CHECK(error.code == row.code);
    CHECK(error.message == row.message);
    CHECK(error.request_id == trace);
    CHECK(error.url.find(row.id) != std::string::npos);
}

}  // namespace

TEST_CASE("fault 41: each error of a subscription has its kind, code, message and the service's name for the request") {
    const Row rows[] = {
        {"sub_unknown", 404, ErrorKind::not_found, "NOT_FOUND", "Subscription not found"},
        {"sub_conflict", 409, ErrorKind::conflict, "SUBSCRIPTION_LOCKED", "Subscription is locked"},
        {"sub_tooMany", 429, ErrorKind::rate_limited, "TOO_MANY_REQUESTS", "Too many requests"},
        {"sub_broken", 500, ErrorKind::server, "INTERNAL_SERVER_ERROR", "Internal error"},
        {"sub_plain", 400, ErrorKind::rejected, "", "Invalid URL: not a subscription ID"},
    };
    const auto client = client_of(fresh_host());
    for (const auto& row : rows) {
        const auto error = failure(client.subscription_usage({.subscription_id = SubscriptionId{row.id}}));
        check(error, row);
        CHECK(error.retry_after == (row.status == 429 ? std::optional(1s) : std::nullopt));
        CHECK(error.method == "GET");
    }
}

TEST_CASE("fault 41: an HTML error page has the kind of its status and stands in the error's body") {
    auto& host = fresh_host();
    host.stub(stub(get_of("/api/v1/usage/subscription/" + subscription.str()),
                   R"("status":502,"headers":{"Content-Type":"text/html"},"body":"<html>Bad gateway</html>")"));
    const auto error = failure(client_of(host).subscription_usage({.subscription_id = subscription}));
    CHECK(error.kind == ErrorKind::server);
    CHECK(error.status == 502);
    CHECK(error.message == "the service gave no reason");
    CHECK(error.body.starts_with("<html>"));
}

TEST_CASE("fault 41: a customer that Meteroid does not know is not found") {
    check(failure(
              client_of(fresh_host())
                  .customer_usage({.customer_id = CustomerId{"nobody"}, .start_date = first_day, .end_date = end_day})),
          {"nobody", 404, ErrorKind::not_found, "NOT_FOUND", "Customer not found"});
}

TEST_CASE("a query that Meteroid does not take is told in its words, after one request") {
    auto& host = fresh_host();
    const auto error =
        failure(client_of(host).subscription_usage({.subscription_id = subscription, .start_date = first_day}));
    check(error, {"start_date", 400, ErrorKind::rejected, "BAD_REQUEST", "mock: no stub takes this query"});
    CHECK(host.journal().size() == 1);
}

TEST_CASE("fault 41: a token that Meteroid does not know, and one that may not do this, are told without it") {
    auto& host = fresh_host();
    const auto error_with = [&](const char* other) {
        host.reset();
        auto error = failure(client_of(host, other).subscription_usage({.subscription_id = subscription}), other);
        CHECK(only_request(host).headers.find("Authorization") == std::string("Bearer ").append(other));
        return error;
    };
    check(error_with("wrong/api-key"), {"sub_", 401, ErrorKind::authentication, "UNAUTHORIZED", "Unauthorized"});
    check(error_with("forbidden/api-key"), {"sub_", 403, ErrorKind::permission, "FORBIDDEN", "Forbidden"});
}

TEST_CASE("a documented code is known, another one is kept as text") {
    const auto client = client_of(fresh_host());
    const auto code_of = [&](const char* id) {
        return meteroid::error_code(failure(client.subscription_usage({.subscription_id = SubscriptionId{id}})));
    };
    CHECK(code_of("sub_unknown") == Open<ErrorCode>{ErrorCode::not_found});
    CHECK(code_of("sub_tooMany") == Open<ErrorCode>{ErrorCode::too_many_requests});
    CHECK(code_of("sub_broken") == Open<ErrorCode>{ErrorCode::internal_server_error});
    CHECK(code_of("sub_conflict") == Open<ErrorCode>::unheard_of("SUBSCRIPTION_LOCKED"));
    CHECK(code_of("sub_plain") == std::nullopt);
}

TEST_CASE("fault 10: a token that Meteroid repeats in its answer is not shown") {
    auto& host = fresh_host();
    host.stub(stub(get_of("/api/v1/usage/subscription/" + subscription.str()), echoing_answer(401)));
    const auto error = failure(client_of(host).subscription_usage({.subscription_id = subscription}));
    CHECK(error.kind == ErrorKind::authentication);
    CHECK(error.message == "Bearer ***");
    CHECK(error.code == "Bearer ***");
    CHECK(error.request_id == "Bearer ***");
}
