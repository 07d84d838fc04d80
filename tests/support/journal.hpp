#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <curl/curl.h>
#include <doctest/doctest.h>

#include "wiremock_host.hpp"

/// The URLs of all entries.
inline std::vector<std::string> urls(const std::vector<JournalEntry>& journal) {
    std::vector<std::string> list;
    for (const auto& entry : journal) list.push_back(entry.url);
    return list;
}

/// The one request that was received since the last reset.
inline JournalEntry only_request(WireMockHost& host) {
    const auto journal = host.journal();
    REQUIRE(journal.size() == 1);
    return journal.front();
}

/// Undoes percent-encoding by libcurl, which is not what encoded it. Nothing but visible ASCII may have been left as it
/// is.
inline std::string unescaped(std::string_view text) {
    REQUIRE(std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; }));
    int size = 0;
    char* const bytes = curl_easy_unescape(nullptr, text.data(), static_cast<int>(text.size()), &size);
    std::string copy(bytes, static_cast<std::size_t>(size));
    curl_free(bytes);
    return copy;
}

/// The parts of a text between the separators.
inline std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == separator) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

/// The segments of a URL's path, decoded; the first is the one behind the leading slash.
inline std::vector<std::string> segments_of(const std::string& url) {
    auto parts = split(url.substr(0, url.find('?')), '/');
    parts.erase(parts.begin());
    for (auto& part : parts) part = unescaped(part);
    return parts;
}

/// The parameters of a URL's query in their order, decoded.
inline std::vector<std::pair<std::string, std::string>> query_of(const std::string& url) {
    std::vector<std::pair<std::string, std::string>> query;
    if (url.find('?') == std::string::npos) return query;
    for (const auto& pair : split(url.substr(url.find('?') + 1), '&')) {
        const auto equals = pair.find('=');
        REQUIRE(equals != std::string::npos);
        query.emplace_back(unescaped(pair.substr(0, equals)), unescaped(pair.substr(equals + 1)));
    }
    return query;
}
