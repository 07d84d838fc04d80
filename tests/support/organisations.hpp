#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>

#include <usagekit/wiremock/client.hpp>

#include "error_of.hpp"
#include "raw_server.hpp"

// A service of a raw server: it answers each request for an organisation with the ID that was asked for, so that a
// mix-up shows.

/// The one that the WireMock of the tests takes.
inline constexpr std::string_view organisation_token = "mock-api-key";

/// A client of the service at this URL.
inline usagekit::wiremock::Client organisations_at(std::string base_url, usagekit::ClientOptions options = {}) {
    options.base_url = std::move(base_url);
    return usagekit::wiremock::Client{usagekit::ApiToken{std::string(organisation_token)}, options};
}

/// The answer about the organisation that a request asks for.
inline std::string answer_to(std::string_view request) {
    constexpr std::string_view path = "/v1/organisations/";
    const auto id = request.substr(request.find(path) + path.size());
    const auto name = std::string(id.substr(0, id.find(' ')));
    return whole_answer(R"({"organisation":{"id":")" + name + R"(","name":"n","emailAddress":"e","links":{}}})");
}

/// Answers all requests of a connection.
inline void answer_all(RawServer::Connection& connection) {
    for (auto request = connection.read_request(); !request.empty(); request = connection.read_request()) {
        if (!connection.write(answer_to(request))) return;
    }
}

/// Does something else with the first connection, and answers on the others.
inline RawServer::Script first_connection(RawServer::Script does) {
    return [does = std::move(does)](RawServer::Connection& connection) {
        return connection.number() == 1 ? does(connection) : answer_all(connection);
    };
}

/// Does the client get the organisation that it asks for?
inline bool gets(const usagekit::wiremock::Client& client, const std::string& id,
                 const usagekit::CallOptions& options = {}) {
    const auto organisation = client.organisation(usagekit::wiremock::OrganisationId{id}, options).get();
    return organisation && organisation.value().id == usagekit::wiremock::OrganisationId{id};
}

/// The error of a call to the service.
inline usagekit::Error error_at(const usagekit::wiremock::Client& client, const usagekit::CallOptions& options = {}) {
    return error_of(client.organisation(usagekit::wiremock::OrganisationId{"o"}, options).get(), organisation_token);
}

/// How long it takes.
std::chrono::milliseconds time_of(const auto& action) {
    const auto start = std::chrono::steady_clock::now();
    action();
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
}
