#pragma once

#include <boost/beast/http.hpp>

#include <usagekit/http.hpp>

#include "peers/address.hpp"

namespace bench {

using BeastRequest = boost::beast::http::request<boost::beast::http::string_body>;

/// The same request for Boost.Beast.
inline BeastRequest beast_request(const usagekit::http::Request& wanted) {
    const auto address = Address::of(wanted.url);
    BeastRequest request;
    request.method_string(wanted.method);
    request.target(address.target);
    request.version(11);
    request.set("Host", address.host + ":" + address.port);
    request.set("Accept-Encoding", "gzip");
    for (const auto& [name, value] : wanted.headers) request.set(std::string(name), std::string(value));
    request.body() = wanted.body;
    if (!wanted.body.empty()) request.prepare_payload();
    return request;
}

/// Takes as much as usagekit does.
inline constexpr std::uint64_t beast_body_limit = std::uint64_t{64} << 20;

}  // namespace bench
