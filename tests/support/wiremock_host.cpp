#include "wiremock_host.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <thread>

#include <simdjson.h>

#include "dead_port.hpp"
#include "tls_authority.hpp"

using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr auto patience = 60s;  // a JVM on a busy machine

fs::path jar() {
    const fs::path folder = fs::path(USAGEKIT_MOCK_SERVER) / "node_modules/wiremock/build";
    if (fs::is_directory(folder)) {
        for (const auto& file : fs::directory_iterator(folder)) {
            if (file.path().extension() == ".jar") return file.path();
        }
    }
    throw std::runtime_error("WireMock is missing: npm ci --prefix mock-server");
}

std::vector<std::string> command(const std::string& provider, int https_port) {
    const std::string password(TlsAuthority::password);
    std::vector<std::string> words = {"java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-jar", jar()};
    words.insert(words.end(), {"--bind-address", "127.0.0.1", "--port", "0", "--disable-banner"});
    words.insert(words.end(), {"--https-port", std::to_string(https_port)});
    words.insert(words.end(), {"--https-keystore", tls_authority().server_keystore(), "--keystore-type", "PKCS12"});
    words.insert(words.end(), {"--keystore-password", password, "--key-manager-password", password});
    words.insert(words.end(), {"--root-dir", fs::path(USAGEKIT_MOCK_SERVER) / provider});
    return words;
}

template <class Condition>
bool comes_true(Condition condition) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(20ms);
    }
    return true;
}

JournalEntry entry(simdjson::dom::element request, simdjson::dom::element response) {
    JournalEntry entry{.method = std::string(request["method"]),
                       .url = std::string(request["url"]),
                       .body = std::string(request["body"]),
                       .status = static_cast<int>(response["status"].get_int64()),
                       .protocol = std::string(request["protocol"])};
    for (const auto [name, value] : simdjson::dom::object(request["headers"])) {
        entry.headers.add(std::string(name), value.is_string() ? std::string(value) : simdjson::minify(value));
    }
    return entry;
}

}  // namespace

WireMockHost::WireMockHost(const std::string& provider)
    : https_port_(DeadPort().port()),  // WireMock takes a free one by itself for http only
      process_(command(provider, https_port_)) {
    read_port();
    base_url_ = "http://127.0.0.1:" + std::to_string(port_);
    wait_until_healthy();
}

void WireMockHost::read_port() {
    const bool goes_on = comes_true([&] {
        const auto text = process_.output();
        const auto line = text.find("\nport:");
        if (line != std::string::npos && text.find('\n', line + 1) != std::string::npos) {
            port_ = std::atoi(text.c_str() + line + 6);
        }
        return port_ != 0 || process_.has_ended();
    });
    if (port_ != 0) return;
    throw std::runtime_error("WireMock did not start" + std::string(goes_on ? "; is java installed? " : " in time ")
                             + process_.output());
}

void WireMockHost::wait_until_healthy() {
    const auto healthy = [this] {
        const auto answer = transport_.send({.url = base_url_ + "/__admin/health"}).answer;
        return answer && answer.value().status == 200;
    };
    if (!comes_true(healthy)) throw std::runtime_error("WireMock does not answer");
}

std::string WireMockHost::admin(std::string_view method, std::string_view path, std::string body) {
    auto answer = transport_
                      .send({.method = std::string(method),
                             .url = base_url_ + "/__admin" + std::string(path),
                             .headers = {{"Content-Type", "application/json"}},
                             .body = std::move(body)})
                      .answer;
    if (!answer) throw std::runtime_error(to_string(answer.error()));
    if (answer.value().status >= 300) throw std::runtime_error("WireMock refuses: " + answer.value().body);
    return std::move(answer).value().body;
}

void WireMockHost::reset() { static_cast<void>(admin("POST", "/reset")); }

void WireMockHost::stub(const std::string& mapping) { static_cast<void>(admin("POST", "/mappings", mapping)); }

std::vector<JournalEntry> WireMockHost::journal() {
    const auto text = admin("GET", "/requests");
    simdjson::dom::parser parser;
    std::vector<JournalEntry> entries;
    for (const auto request : simdjson::dom::array(parser.parse(text)["requests"])) {
        entries.push_back(entry(request["request"], request["responseDefinition"]));
    }
    std::reverse(entries.begin(), entries.end());  // WireMock gives the newest first
    return entries;
}
