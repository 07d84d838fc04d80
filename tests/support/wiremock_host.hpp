#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <usagekit/http.hpp>

#include "child_process.hpp"

/// A request that WireMock has received and answered.
struct JournalEntry {
    std::string method{};
    std::string url{};  ///< Path and query, as they were sent.
    usagekit::http::Headers headers{};
    std::string body{};
    int status = 0;          ///< What it was answered with.
    std::string protocol{};  ///< `HTTP/1.1`, or `HTTP/2.0` over TLS.
};

/// A real WireMock on a free loopback port, which serves one provider's folder of mock-server/. It ends with this
/// object, and with the process when that dies before.
class WireMockHost {
public:
    /// Starts it and waits until it answers. Throws std::runtime_error that says what is missing.
    explicit WireMockHost(const std::string& provider);
    WireMockHost(const WireMockHost&) = delete;
    WireMockHost& operator=(const WireMockHost&) = delete;

    [[nodiscard]] const std::string& base_url() const noexcept { return base_url_; }
    [[nodiscard]] int port() const noexcept { return port_; }
    /// Where it speaks TLS, as `tls_authority().server()`.
    [[nodiscard]] int https_port() const noexcept { return https_port_; }

    /// Forgets the journal and all stubs that `stub` has added; those of the folder stay.
    void reset();

    /// Adds a stub mapping, in WireMock's JSON. Priority 1 comes before those of the folder.
    void stub(const std::string& mapping);

    /// The requests since the last reset, the oldest first.
    [[nodiscard]] std::vector<JournalEntry> journal();

private:
    [[nodiscard]] std::string admin(std::string_view method, std::string_view path, std::string body = {});
    void read_port();
    void wait_until_healthy();

    usagekit::http::CurlTransport transport_{};
    int https_port_ = 0;
    ChildProcess process_;
    int port_ = 0;
    std::string base_url_{};
};

/// The host that the test program's main function has started, with nothing left of the test before.
[[nodiscard]] WireMockHost& fresh_host();
