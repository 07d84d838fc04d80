#include <string>

#include <doctest/doctest.h>

#include <usagekit/http.hpp>
#include <usagekit/wiremock/client.hpp>

using namespace usagekit;
using http::Proxy;

namespace {

/// The error of a send with this proxy: of the options, or of a connection to a loopback port where nobody is.
Error error_with(const Proxy& proxy) {
    http::CurlTransport transport({.proxy = proxy});
    const auto answer = transport.send({.url = "http://127.0.0.1:1/"}).answer;
    REQUIRE(!answer);
    return answer.error();
}

}  // namespace

TEST_CASE("a proxy that cannot be asked as it is described is refused, without showing a password") {
    const std::string good = "http://proxy.example:3128";
    struct Row {
        Proxy proxy;
        std::string message;
    };
    const Row rows[] = {
        {{}, "Proxy::url has no scheme"},
        {{.url = "proxy.example:3128"}, "Proxy::url has no scheme"},
        {{.url = "socks4://proxy.example:1"}, "Proxy::url has another scheme than http, https, socks5 and socks5h"},
        {{.url = "http://me:hunter2@proxy.example:1"}, "Proxy::url holds user information"},
        {{.url = "http://proxy.example"}, "Proxy::url has no port"},
        {{.url = "http://[::1]"}, "Proxy::url has no port"},
        {{.url = "http://proxy.example:"}, "Proxy::url has no port"},
        {{.url = "http://:3128"}, "Proxy::url has no host, or one that cannot be read"},
        {{.url = "http://proxy.example:99999"}, "Proxy::url has no host, or one that cannot be read"},
        {{.url = "http://pro xy.example:1"}, "Proxy::url has no host, or one that cannot be read"},
        {{.url = std::string("http://proxy\0.example:1", 23)}, "Proxy::url has no host, or one that cannot be read"},
        {{.url = good + "/path"}, "Proxy::url has more than a scheme, a host and a port"},
        {{.url = good + "?x=1"}, "Proxy::url has more than a scheme, a host and a port"},
        {{.url = good, .password = Secret("hunter2")}, "Proxy::password is given without a user"},
        {{.url = good, .user = "me:hunter2"}, "Proxy::user holds a colon or a NUL"},
        {{.url = good, .user = "me", .password = Secret(std::string("hunter2\0", 8))}, "Proxy::password holds a NUL"},
        {{.url = good, .bypass = {"a.example", ""}}, "\"\" of Proxy::bypass is no host name, domain or address"},
        {{.url = good, .bypass = {"a.example,b"}},
         "\"a.example,b\" of Proxy::bypass is no host name, domain or address"},
        {{.url = good, .bypass = {"*"}}, "\"*\" of Proxy::bypass is no host name, domain or address"},
    };
    for (const auto& row : rows) {
        const auto error = error_with(row.proxy);
        CHECK(error.kind == ErrorKind::invalid_request);
        CHECK(error.message == row.message);
        CHECK(!error.advice.empty());
        CHECK(to_string(error).find("hunter2") == std::string::npos);
    }
}

TEST_CASE("a proxy is a scheme, a host and a port") {
    for (const auto* url : {"http://proxy.example:3128", "https://proxy.example:443/", "socks5://10.0.0.1:1080",
                            "socks5h://[fe80::1]:1080"}) {
        CAPTURE(url);
        const Proxy proxy{
            .url = url, .user = "me", .password = Secret("p"), .bypass = {".example.com", "10.0.0.0/8", "[::1]"}};
        CHECK(error_with(proxy).kind == ErrorKind::network);
    }
}

TEST_CASE("TLS and proxy options are the library's own transport's, and refused beside another") {
    const auto transport = std::make_shared<http::CurlTransport>();
    const ClientOptions rows[] = {
        {.base_url = "http://127.0.0.1:1", .tls = {.minimum_version = http::TlsVersion::v1_3}, .transport = transport},
        {.base_url = "http://127.0.0.1:1", .proxy = http::NoProxy{}, .transport = transport},
    };
    for (const auto& options : rows) {
        const auto result = wiremock::Client{ApiToken{"token"}, options}.self().get();
        REQUIRE(!result);
        CHECK(result.error().kind == ErrorKind::invalid_request);
        CHECK(result.error().message
              == "ClientOptions::transport is given together with ClientOptions::tls or ClientOptions::proxy");
    }
}
