#include "http/tls_options.hpp"

#include <algorithm>
#include <string>
#include <unistd.h>
#include <vector>

#include <doctest/doctest.h>

#include <usagekit/http.hpp>

#include "temp_folder.hpp"

using namespace usagekit;
using http::TlsOptions;
using http::TlsVersion;

namespace {

constexpr std::string_view pem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

/// What every send of a transport with these options ends with.
Error refusal_of(const TlsOptions& options) {
    http::CurlTransport transport({.tls = options});
    const auto exchange = transport.send({.url = "https://127.0.0.1:1/"});
    REQUIRE(!exchange.answer);
    const auto& error = exchange.answer.error();
    CAPTURE(error.message);
    CHECK(error.kind == ErrorKind::invalid_request);
    CHECK(!error.advice.empty());
    CHECK(exchange.connections_opened == 0);
    return error;
}

/// The value that an option is set to, written as a text; `-` when it is not touched.
std::string value_of(const TlsOptions& options, CURLoption wanted) {
    struct Writer {
        std::string operator()(long number) const { return std::to_string(number); }
        std::string operator()(const char* text) const { return text == nullptr ? "unset" : text; }
        std::string operator()(std::string_view bytes) const { return std::string(bytes); }
    };
    std::string value = "-";
    for (const auto& setting : http::tls_settings(options)) {
        if (setting.option == wanted) value = std::visit(Writer{}, setting.value);
    }
    return value;
}

}  // namespace

TEST_CASE("TLS options that contradict each other are refused") {
    const TempFolder folder;
    const auto file = folder.write("some.pem", pem);
    struct Row {
        TlsOptions options;
        std::string message;
    };
    const Row rows[] = {
        {{.ca_file = file, .ca_pem = std::string(pem)}, "TlsOptions::ca_file and TlsOptions::ca_pem are both given"},
        {{.ca_pem = "-----BEGIN PRIVATE KEY-----\n"}, "TlsOptions::ca_pem holds no certificate"},
        {{.key_file = file}, "TlsOptions::key_file is given without a certificate"},
        {{.key_password = Secret("p")}, "TlsOptions::key_password is given without a certificate"},
        {{.certificate_file = file, .key_password = Secret(std::string("a\0b", 3))},
         "TlsOptions::key_password holds a NUL"},
    };
    for (const auto& row : rows) CHECK(refusal_of(row.options).message == row.message);
}

TEST_CASE("files of TLS options that cannot be used are named, with the option") {
    const TempFolder folder;
    const auto file = folder.write("some.pem", pem);
    const auto directory = folder.path().string();
    const auto missing = folder.path_of("missing");
    struct Row {
        TlsOptions options;
        std::string message;
    };
    const Row rows[] = {
        {{.ca_file = missing}, "TlsOptions::ca_file: \"" + missing + "\" is not there"},
        {{.ca_file = file + "/below"}, "TlsOptions::ca_file: \"" + file + "/below\" is not there"},
        {{.ca_file = directory}, "TlsOptions::ca_file: \"" + directory + "\" is not a file"},
        {{.ca_directory = missing}, "TlsOptions::ca_directory: \"" + missing + "\" is not there"},
        {{.ca_directory = file}, "TlsOptions::ca_directory: \"" + file + "\" is not a directory"},
        {{.certificate_file = missing}, "TlsOptions::certificate_file: \"" + missing + "\" is not there"},
        {{.certificate_file = file, .key_file = missing}, "TlsOptions::key_file: \"" + missing + "\" is not there"},
        {{.ca_file = std::string("/etc\0/x", 7)}, "TlsOptions::ca_file: \"/etc\\x00/x\" holds a NUL"},
    };
    for (const auto& row : rows) CHECK(refusal_of(row.options).message == row.message);
}

TEST_CASE("a file of TLS options that this process may not read is refused") {
    if (geteuid() == 0) return;  // who may read everything
    const TempFolder folder;
    const auto file = folder.write("some.pem", pem);
    std::filesystem::permissions(file, std::filesystem::perms::none);
    CHECK(refusal_of({.ca_file = file}).message
          == "TlsOptions::ca_file: \"" + file + "\" cannot be read: Permission denied");
}

TEST_CASE("authorities are the system's until some are given, and only those then") {
    struct Row {
        TlsOptions options;
        std::string file;
        std::string directory;
        std::string text;
    };
    const Row rows[] = {
        {{}, "-", "-", "-"},
        {{.ca_file = "/f"}, "/f", "unset", "-"},
        {{.ca_directory = "/d"}, "unset", "/d", "-"},
        {{.ca_pem = "p"}, "unset", "unset", "p"},
        {{.ca_file = "/f", .ca_directory = "/d"}, "/f", "/d", "-"},
        {{.ca_directory = "/d", .ca_pem = "p"}, "unset", "/d", "p"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.options.ca_file + row.options.ca_directory + row.options.ca_pem);
        CHECK(value_of(row.options, CURLOPT_CAINFO) == row.file);
        CHECK(value_of(row.options, CURLOPT_PROXY_CAINFO) == row.file);
        CHECK(value_of(row.options, CURLOPT_CAPATH) == row.directory);
        CHECK(value_of(row.options, CURLOPT_PROXY_CAPATH) == row.directory);
        CHECK(value_of(row.options, CURLOPT_CAINFO_BLOB) == row.text);
        CHECK(value_of(row.options, CURLOPT_PROXY_CAINFO_BLOB) == row.text);
    }
}

TEST_CASE("a file of authorities is read again after a minute at most") {
    CHECK(value_of({.ca_file = "/f"}, CURLOPT_CA_CACHE_TIMEOUT) == "60");
    CHECK(value_of({.ca_pem = "p"}, CURLOPT_CA_CACHE_TIMEOUT) == "-");
    CHECK(value_of({}, CURLOPT_CA_CACHE_TIMEOUT) == "-");
}

TEST_CASE("peers and their names are verified, and old versions refused, whatever the options are") {
    for (const auto minimum : {TlsVersion::v1_2, TlsVersion::v1_3}) {
        const TlsOptions options{.minimum_version = minimum};
        const long expected = minimum == TlsVersion::v1_2 ? CURL_SSLVERSION_TLSv1_2 : CURL_SSLVERSION_TLSv1_3;
        for (const auto option : {CURLOPT_SSLVERSION, CURLOPT_PROXY_SSLVERSION}) {
            CHECK(value_of(options, option) == std::to_string(expected));
        }
        for (const auto option : {CURLOPT_SSL_VERIFYPEER, CURLOPT_PROXY_SSL_VERIFYPEER}) {
            CHECK(value_of(options, option) == "1");
        }
        for (const auto option : {CURLOPT_SSL_VERIFYHOST, CURLOPT_PROXY_SSL_VERIFYHOST}) {
            CHECK(value_of(options, option) == "2");
        }
    }
}

TEST_CASE("a client certificate has always a password, so that nobody asks for one on the terminal") {
    CHECK(value_of({}, CURLOPT_KEYPASSWD) == "-");
    CHECK(value_of({.certificate_file = "/c"}, CURLOPT_KEYPASSWD).empty());
    CHECK(value_of({.certificate_file = "/c"}, CURLOPT_SSLKEY) == "unset");
    const TlsOptions all{.certificate_file = "/c", .key_file = "/k", .key_password = Secret("p")};
    CHECK(value_of(all, CURLOPT_SSLCERT) == "/c");
    CHECK(value_of(all, CURLOPT_SSLKEY) == "/k");
    CHECK(value_of(all, CURLOPT_KEYPASSWD) == "p");
}
