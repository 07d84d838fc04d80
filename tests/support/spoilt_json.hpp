#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <usagekit/call.hpp>

#include "error_of.hpp"
#include "stub.hpp"
#include "wiremock_host.hpp"
#include "with.hpp"

/// An operation whose answer a test spoils, byte by byte.
template <class Usage>
struct Spoilt {
    WireMockHost& host;
    std::string request{};  ///< What WireMock shall match: the inside of its request object.
    std::string body{};     ///< An answer that decodes; a JSON object.
    std::string token{};
    std::function<usagekit::Call<Usage>()> call{};  ///< Always by the same client, which must survive all of it.

    /// What comes of a 200 with these bytes.
    [[nodiscard]] usagekit::Result<Usage> answered(std::string_view bytes,
                                                   std::string_view type = "application/json") const {
        host.reset();
        host.stub(stub(request, bytes_answer(bytes, type)));
        return call().get();
    }

    /// The error that these bytes become: `decode`, with the status, and the beginning of the bytes.
    [[nodiscard]] usagekit::Error refused(std::string_view bytes) const {
        const auto error = error_of(answered(bytes), token);
        CHECK(error.kind == usagekit::ErrorKind::decode);
        CHECK(error.status == 200);
        CHECK(error.attempts == 1);
        CHECK(error.body.substr(0, 8) == bytes.substr(0, 8));
        CHECK(error.json_path.starts_with("$"));
        return error;
    }
};

/// What is not a JSON object at all, or not one in UTF-8.
inline std::vector<std::string> broken_documents(const std::string& body) {
    const auto text = [&](std::string_view bytes) {
        return with(body, "{", std::string(R"({"x":")").append(bytes).append(R"(",)"));
    };
    using namespace std::string_literals;
    return {"",
            " \t\r\n",
            "<!DOCTYPE html><html><body>Bad gateway</body></html>",
            "null",
            "true",
            "7",
            "\"text\"",
            "[]",
            "[" + body + "]",
            body.substr(0, body.size() - 1),
            body.substr(0, body.size() / 2),
            "{",
            body + "{}",
            body + "x",
            "\xEF\xBB\xBF",
            text("\xFF"),
            text("\xC3"),
            text("\xC0\x80"),
            text("\xED\xA0\x80"),
            text("\n"),
            text("\x1F"),
            text("\0"s),
            with(body, "{", "{\"a\tb\":1,")};
}

template <class Usage>
void check_broken_documents(const Spoilt<Usage>& spoilt) {
    for (const auto& document : broken_documents(spoilt.body)) {
        CAPTURE(document);
        CHECK(!spoilt.refused(document).message.empty());
    }
    CHECK(spoilt.answered(spoilt.body));
}

/// The Content-Type is not asked for.
template <class Usage>
void check_content_types(const Spoilt<Usage>& spoilt) {
    for (const std::string type : {"text/html", "text/plain; charset=iso-8859-1", "application/octet-stream",
                                   "application/problem+json", "application/xml", "", "nonsense"}) {
        CAPTURE(type);
        CHECK(spoilt.answered(spoilt.body, type));
    }
}

/// A member of a body, as `"name":value` stands in it.
struct Member {
    std::string name{};
    std::string value{};
    std::string path{};
    std::string mistyped = "true";

    [[nodiscard]] std::string text() const { return "\"" + name + "\":" + value; }
};

/// The body with one member replaced by another.
inline std::string replaced(const std::string& body, const Member& member, const Member& by) {
    return with(body, member.text(), by.text());
}

/// The body with another value in that member.
inline std::string revalued(const std::string& body, const Member& member, const std::string& value) {
    return replaced(body, member, {.name = member.name, .value = value});
}

/// The body without that member, but with one that nobody knows.
inline std::string renamed(const std::string& body, const Member& member) {
    return replaced(body, member, {.name = "not " + member.name, .value = member.value});
}

/// Without such a member, with null and with a value of another type the answer is refused at its path.
template <class Usage>
void check_required(const Spoilt<Usage>& spoilt, const std::vector<Member>& members) {
    for (const auto& member : members) {
        CAPTURE(member.path);
        const auto missing = spoilt.refused(renamed(spoilt.body, member));
        CHECK(missing.json_path == member.path);
        CHECK(missing.message == "a required member is missing");
        CHECK(spoilt.refused(revalued(spoilt.body, member, "null")).json_path == member.path);
        CHECK(spoilt.refused(revalued(spoilt.body, member, member.mistyped)).json_path == member.path);
    }
}

/// Without such a member, and with null, the answer has less; with a value of another type it is refused at its path.
template <class Usage>
void check_optional(const Spoilt<Usage>& spoilt, const std::vector<Member>& members) {
    const auto whole = spoilt.answered(spoilt.body).value();
    for (const auto& member : members) {
        CAPTURE(member.path);
        const auto missing = spoilt.answered(renamed(spoilt.body, member)).value();
        CHECK(missing != whole);
        CHECK(spoilt.answered(revalued(spoilt.body, member, "null")).value() == missing);
        CHECK(spoilt.refused(revalued(spoilt.body, member, member.mistyped)).json_path == member.path);
    }
}

/// A JSON value in the place of another, and the text of what is read; none when it is refused.
struct Reading {
    std::string json{};
    std::optional<std::string> text{};
};

/// `text_of` gives the text of the member in question.
template <class Usage>
void check_readings(const Spoilt<Usage>& spoilt, const Member& member, const std::vector<Reading>& readings,
                    const std::function<std::string(const Usage&)>& text_of) {
    for (const auto& reading : readings) {
        CAPTURE(reading.json);
        const auto bytes = revalued(spoilt.body, member, reading.json);
        if (reading.text) {
            CHECK(text_of(spoilt.answered(bytes).value()) == *reading.text);
        } else {
            CHECK(spoilt.refused(bytes).json_path == member.path);
        }
    }
}
