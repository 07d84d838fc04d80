#pragma once

#include <string_view>

#include <doctest/doctest.h>

#include <usagekit/result.hpp>

/// The error of a call, which there must be: it has an advice, and no text of it has the token.
template <class T>
usagekit::Error error_of(const usagekit::Result<T>& result, std::string_view token) {
    REQUIRE(!result);
    const auto& error = result.error();
    const auto line = to_string(error);
    CAPTURE(line);
    for (const auto* text : {&line, &error.message, &error.detail, &error.advice, &error.code, &error.url,
                             &error.json_path, &error.request_id, &error.body}) {
        CHECK(text->find(token) == std::string::npos);
    }
    CHECK(!error.advice.empty());
    return error;
}
