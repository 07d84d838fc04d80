#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <usagekit/call.hpp>
#include <usagekit/error.hpp>
#include <usagekit/options.hpp>

/// What a call would send, and the error that it ends with, if any.
struct Tried {
    usagekit::Result<usagekit::http::Request> shown;
    std::optional<usagekit::Error> error;
};

/// One operation of a provider, as the rules see it that hold for all of them.
struct Operation {
    std::string scheme{};  ///< Of its Authorization field.
    std::string body{};    ///< An answer that decodes; a JSON object.
    /// Makes a client with the token, and tries a call.
    std::function<Tried(const std::string& token, const usagekit::ClientOptions&, const usagekit::CallOptions&)> call{};
};

/// The error of a call, if it ends with one.
template <class T>
std::optional<usagekit::Error> error_of(usagekit::Call<T> call) {
    auto result = std::move(call).get();
    return result ? std::nullopt : std::optional(result.error());
}

template <class T>
Tried tried(usagekit::Call<T> call) {
    auto shown = call.request();
    return {std::move(shown), error_of(std::move(call))};
}

/// Why a call is refused before anything is sent.
template <class T>
std::string refusal_of(const usagekit::Call<T>& call) {
    const auto shown = call.request();
    REQUIRE(!shown);
    CHECK(shown.error().kind == usagekit::ErrorKind::invalid_request);
    CHECK(!shown.error().advice.empty());
    return shown.error().message;
}

/// Checks, without a network, what holds for every operation of every provider: what is sent, what is refused, which
/// error an answer becomes, and that no credential is shown.
void check_rules(const Operation& operation);
