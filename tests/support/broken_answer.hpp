#pragma once

#include <chrono>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "organisations.hpp"
#include "raw_server.hpp"
#include "sanitizers.hpp"

// What a client makes of an answer that is broken. In each case it comes to an end soon, shows no secret, and gets the
// right answer afterwards.

/// Answers the first request of the connection with these bytes, and closes it.
inline RawServer::Script answering(std::string bytes) {
    return [bytes = std::move(bytes)](RawServer::Connection& connection) {
        connection.read_request();
        connection.write(bytes);
    };
}

/// What a call ends with whose connection the script serves. The options give it one attempt, unless they say more.
inline usagekit::Error failure_with(RawServer::Script script, usagekit::ClientOptions options = {}) {
    options.retry.attempts = 1;
    RawServer server(first_connection(std::move(script)));
    const auto client = organisations_at(server.base_url(), options);
    usagekit::Error error;
    const auto time = time_of([&] { error = error_at(client); });
    CHECK(time < options.timeouts.call + std::chrono::milliseconds{under_sanitizers ? 600 : 200});
    CHECK(error.attempts == 1);
    CHECK(gets(client, "afterwards"));
    return error;
}

/// What a call ends with that is answered with these bytes.
inline usagekit::Error failure_with(std::string answer, usagekit::ClientOptions options = {}) {
    return failure_with(answering(std::move(answer)), std::move(options));
}
