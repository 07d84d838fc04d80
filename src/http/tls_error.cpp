#include "http/tls_error.hpp"

#include <algorithm>
#include <string>

namespace USAGEKIT_NAMESPACE::http {

namespace {

struct Meaning {
    std::string_view message;
    std::string_view advice;
};

constexpr Meaning other_host{"the certificate of the peer is for another host name",
                             "write the host in the base URL as the certificate names it"};
constexpr Meaning expired{"the certificate of the peer has expired",
                          "check this machine's clock; if it is right, the service has to renew its certificate"};
constexpr Meaning not_yet_valid{"the certificate of the peer is not valid yet", "check this machine's clock"};
constexpr Meaning unknown_authority{
    "the certificate of the peer comes from an authority that is not trusted here",
    "give the authority's certificate by TlsOptions::ca_file, ca_directory or ca_pem; for a public service, update "
    "this "
    "machine's authorities (package ca-certificates) and look for a proxy on the way that replaces certificates"};
constexpr Meaning untrusted{"the certificate of the peer could not be verified",
                            "the service needs a certificate that today's rules accept; the detail says what is wrong"};
constexpr Meaning no_tls{"the peer does not speak TLS",
                         "check the scheme and the port of the base URL: is it a port for plain http?"};
constexpr Meaning no_common_version{
    "the peer speaks no version of TLS that is allowed here",
    "let the service speak TLS 1.2 or newer, or lower TlsOptions::minimum_version if that is v1_3"};
constexpr Meaning certificate_wanted{
    "the peer asks for a client certificate, or refuses the one it was given",
    "give TlsOptions::certificate_file and key_file with a certificate that the service knows"};
constexpr Meaning refused{
    "the peer refused the TLS handshake",
    "if the service asks for a client certificate, give TlsOptions::certificate_file and key_file; "
    "otherwise check which versions and ciphers of TLS it takes"};
constexpr Meaning no_authorities{
    "the certificate authorities could not be read",
    "install the package ca-certificates, or give authorities in PEM by TlsOptions::ca_file, ca_directory or ca_pem"};
constexpr Meaning no_own_certificate{
    "the client certificate or its key could not be used",
    "check that TlsOptions::certificate_file and key_file are PEM files that belong together, and key_password"};
constexpr Meaning no_connection{"no TLS connection could be made",
                                "check the base URL, and what the service says about TLS"};

/// OpenSSL's numbers (x509_vfy.h), which CURLINFO_SSL_VERIFYRESULT gives.
const Meaning& meaning_of_verification(long result, std::string_view text) {
    // libcurl compares the host name itself: OpenSSL's result says nothing about it
    if (text.find("match") != text.npos && text.find("target host") != text.npos) return other_host;
    switch (result) {
        case 9:
            return not_yet_valid;
        case 10:
            return expired;
        case 2:   // no issuer of an intermediate certificate
        case 18:  // signed by itself
        case 19:  // an authority that signed itself
        case 20:  // no issuer of the first certificate
        case 21:  // a single certificate that is no authority
            return unknown_authority;
        default:
            return untrusted;
    }
}

struct Sign {
    std::string_view text;
    const Meaning& meaning;
};

/// Alerts by which a peer refuses a client's certificate, or the lack of one. With TLS 1.3 they come after the
/// handshake.
constexpr Sign certificate_alerts[] = {
    {"alert certificate required", certificate_wanted},
    {"alert bad certificate", certificate_wanted},
    {"alert unknown ca", certificate_wanted},
    {"alert certificate expired", certificate_wanted},
    {"alert certificate revoked", certificate_wanted},
    {"alert certificate unknown", certificate_wanted},
    {"alert unsupported certificate", certificate_wanted},
    {"alert access denied", certificate_wanted},
};

constexpr Sign handshake_signs[] = {
    {"wrong version number", no_tls},
    {"packet length too long", no_tls},
    {"unknown protocol", no_tls},
    {"alert protocol version", no_common_version},
    {"unsupported protocol", no_common_version},
    {"legacy sigalg", no_common_version},
    {"alert handshake failure", refused},
};

/// OpenSSL's words for a connection that broke, which are no verdict about the peer.
constexpr std::string_view breaks[] = {"SSL_ERROR_SYSCALL", "Connection reset", "unexpected eof", "Broken pipe"};

bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

template <std::size_t size>
const Meaning* meaning_by(const Sign (&signs)[size], std::string_view text) {
    const auto* const end = signs + size;
    const auto* const found = std::find_if(signs, end, [&](const Sign& sign) { return holds(text, sign.text); });
    return found == end ? nullptr : &found->meaning;
}

Error error_of(ErrorKind kind, const Meaning& meaning, CURLcode code, std::string_view text) {
    return {.kind = kind,
            .message = std::string(meaning.message),
            .detail = std::string(text.empty() ? std::string_view(curl_easy_strerror(code)) : text),
            .advice = std::string(meaning.advice)};
}

Error handshake_error(CURLcode code, std::string_view text) {
    static constexpr Meaning broken{"the connection broke during the TLS handshake",
                                    "try again; if it stays so, check that the port in the base URL speaks TLS"};
    const auto broke = [&](std::string_view sign) { return holds(text, sign); };
    if (std::any_of(std::begin(breaks), std::end(breaks), broke)) {
        auto error = error_of(ErrorKind::network, broken, code, text);
        error.is_transient = true;
        return error;
    }
    const auto* meaning = meaning_by(certificate_alerts, text);
    if (meaning == nullptr) meaning = meaning_by(handshake_signs, text);
    return error_of(ErrorKind::tls, meaning != nullptr ? *meaning : no_connection, code, text);
}

}  // namespace

std::optional<Error> tls_error(CURLcode code, long verify_result, std::string_view text) {
    const auto error = [&](const Meaning& meaning) { return error_of(ErrorKind::tls, meaning, code, text); };
    switch (code) {
        case CURLE_PEER_FAILED_VERIFICATION:
            return error(meaning_of_verification(verify_result, text));
        case CURLE_SSL_CONNECT_ERROR:
            return handshake_error(code, text);
        case CURLE_SSL_CACERT_BADFILE:
            return error(no_authorities);
        case CURLE_SSL_CERTPROBLEM:
            return error(no_own_certificate);
        case CURLE_SSL_CIPHER:
        case CURLE_SSL_ENGINE_NOTFOUND:
        case CURLE_SSL_ENGINE_SETFAILED:
        case CURLE_SSL_ENGINE_INITFAILED:
        case CURLE_SSL_CRL_BADFILE:
        case CURLE_SSL_ISSUER_ERROR:
        case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        case CURLE_SSL_INVALIDCERTSTATUS:
        case CURLE_SSL_CLIENTCERT:
        case CURLE_SSL_SHUTDOWN_FAILED:
            return error(no_connection);
        case CURLE_SEND_ERROR:
        case CURLE_RECV_ERROR:
            if (const auto* meaning = meaning_by(certificate_alerts, text)) return error(*meaning);
            return std::nullopt;
        default:
            return std::nullopt;
    }
}

}  // namespace USAGEKIT_NAMESPACE::http
