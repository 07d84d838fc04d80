#include <string>

#include <doctest/doctest.h>

#include "http/proxy_error.hpp"
#include "http/tls_error.hpp"

using namespace usagekit;

TEST_CASE("TLS failures are told apart by libcurl's code, OpenSSL's verdict and text") {
    struct Row {
        CURLcode code;
        long verdict;
        const char* text;
        const char* message;
    };
    const Row rows[] = {
        {CURLE_PEER_FAILED_VERIFICATION, 9, "SSL certificate problem: certificate is not yet valid",
         "the certificate of the peer is not valid yet"},
        {CURLE_PEER_FAILED_VERIFICATION, 20, "SSL certificate problem: unable to get local issuer certificate",
         "the certificate of the peer comes from an authority that is not trusted here"},
        {CURLE_PEER_FAILED_VERIFICATION, 66, "SSL certificate problem: EE certificate key too weak",
         "the certificate of the peer could not be verified"},
        {CURLE_PEER_FAILED_VERIFICATION, 0, "SSL: certificate subject name 'a' does not match target host name 'b'",
         "the certificate of the peer is for another host name"},
        {CURLE_SSL_CACERT_BADFILE, 0, "error setting certificate file: /etc/ssl/certs/ca-certificates.crt",
         "the certificate authorities could not be read"},
        {CURLE_SSL_CONNECT_ERROR, 0, "OpenSSL/3.0.19: error:0A000102:SSL routines::unsupported protocol",
         "the peer speaks no version of TLS that is allowed here"},
        {CURLE_SSL_CONNECT_ERROR, 0, "OpenSSL/3.0.19: error:0A000410:SSL routines::sslv3 alert handshake failure",
         "the peer refused the TLS handshake"},
        {CURLE_SSL_CONNECT_ERROR, 0, "something new", "no TLS connection could be made"},
        {CURLE_SSL_CIPHER, 0, "", "no TLS connection could be made"},
        {CURLE_RECV_ERROR, 0,
         "OpenSSL SSL_read: error:0A00045C:SSL routines::tlsv13 alert certificate required, errno 0",
         "the peer asks for a client certificate, or refuses the one it was given"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        const auto error = http::tls_error(row.code, row.verdict, row.text);
        REQUIRE(error);
        CHECK(error->kind == ErrorKind::tls);
        CHECK(!error->is_transient);
        CHECK(error->message == row.message);
        CHECK(!error->detail.empty());
        CHECK(!error->advice.empty());
    }
}

TEST_CASE("a connection that breaks is no verdict about TLS") {
    for (const auto* text : {"OpenSSL SSL_connect: Connection reset by peer in connection to localhost:1",
                             "OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to localhost:1"}) {
        const auto error = http::tls_error(CURLE_SSL_CONNECT_ERROR, 0, text);
        REQUIRE(error);
        CHECK(error->kind == ErrorKind::network);
        CHECK(error->is_transient);
    }
    CHECK(!http::tls_error(CURLE_RECV_ERROR, 0, "OpenSSL SSL_read: SSL_ERROR_SYSCALL, errno 104"));
    CHECK(!http::tls_error(CURLE_COULDNT_CONNECT, 0, ""));
}

TEST_CASE("what a proxy answers to CONNECT is its own doing, also when it is no failure of the connection") {
    struct Row {
        int status;
        bool is_transient;
    };
    for (const auto& [status, is_transient] : {Row{407, false}, Row{403, false}, Row{503, true}}) {
        const auto error = http::proxy_error(CURLE_RECV_ERROR, status, CURLPX_OK, "CONNECT tunnel failed");
        REQUIRE(error);
        CHECK(error->kind == ErrorKind::network);
        CHECK(error->is_transient == is_transient);
    }
    CHECK(!http::proxy_error(CURLE_RECV_ERROR, 200, CURLPX_OK, "Connection reset by peer"));
    CHECK(!http::proxy_error(CURLE_RECV_ERROR, 0, CURLPX_OK, "Connection reset by peer"));
}

TEST_CASE("a SOCKS proxy that does not take the credentials is told from one that cannot connect") {
    for (const auto refusal : {CURLPX_NO_AUTH, CURLPX_USER_REJECTED, CURLPX_REPLY_HOST_UNREACHABLE}) {
        const auto error = http::proxy_error(CURLE_PROXY, 0, refusal, "text");
        REQUIRE(error);
        CHECK(error->kind == ErrorKind::network);
        CHECK(error->is_transient == (refusal == CURLPX_REPLY_HOST_UNREACHABLE));
        CHECK(error->detail == "text");
    }
}
