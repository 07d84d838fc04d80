#include "wiremock_host.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <simdjson.h>

#include "dead_port.hpp"

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

/// A certificate for this very host that nobody has signed: what is wrong with it is the trust alone. The file goes
/// with the object.
class Keystore {
public:
    Keystore() {
        const auto command =
            "keytool -genkeypair -alias host -keyalg EC -dname CN=localhost -validity 2 "
            "-ext san=dns:localhost,ip:127.0.0.1 -storetype PKCS12 -storepass changeit -keystore '"
            + path_.string() + "' 2>/dev/null";
        if (std::system(command.c_str()) != 0) throw std::runtime_error("keytool, which comes with java, failed");
    }
    Keystore(const Keystore&) = delete;
    Keystore& operator=(const Keystore&) = delete;
    ~Keystore() { fs::remove(path_); }

    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    fs::path path_ = fs::temp_directory_path() / ("usagekit-" + std::to_string(getpid()) + ".p12");
};

/// In the child: becomes WireMock, and ends when the parent does.
[[noreturn]] void become(std::vector<std::string> words, int output, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) _exit(1);  // it died before that was set
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    execvp(arguments.front(), arguments.data());
    _exit(127);
}

std::string text_of(int file) {
    std::string text(static_cast<std::size_t>(lseek(file, 0, SEEK_END)), '\0');
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(0, pread(file, text.data(), text.size(), 0))));
    return text;
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
                       .status = static_cast<int>(response["status"].get_int64())};
    for (const auto [name, value] : simdjson::dom::object(request["headers"])) {
        entry.headers.add(std::string(name), value.is_string() ? std::string(value) : simdjson::minify(value));
    }
    return entry;
}

}  // namespace

WireMockHost::WireMockHost(const std::string& provider) {
    const Keystore keystore;          // read at the start
    https_port_ = DeadPort().port();  // WireMock takes a free one by itself for http only
    std::vector<std::string> words = {"java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-jar", jar()};
    words.insert(words.end(), {"--bind-address", "127.0.0.1", "--port", "0", "--disable-banner"});
    words.insert(words.end(), {"--https-port", std::to_string(https_port_), "--https-keystore", keystore.path()});
    words.insert(words.end(), {"--keystore-type", "PKCS12", "--keystore-password", "changeit"});
    words.insert(words.end(), {"--key-manager-password", "changeit"});
    words.insert(words.end(), {"--root-dir", fs::path(USAGEKIT_MOCK_SERVER) / provider});
    const int output = memfd_create("wiremock", MFD_CLOEXEC);
    const auto parent = getpid();
    process_ = fork();
    if (process_ == 0) become(words, output, parent);
    read_port(output);
    close(output);
    base_url_ = "http://127.0.0.1:" + std::to_string(port_);
    wait_until_healthy();
}

WireMockHost::~WireMockHost() {
    kill(process_, SIGTERM);
    waitpid(process_, nullptr, 0);
}

void WireMockHost::read_port(int output) {
    const bool goes_on = comes_true([&] {
        const auto text = text_of(output);
        const auto line = text.find("\nport:");
        if (line != std::string::npos && text.find('\n', line + 1) != std::string::npos) {
            port_ = std::atoi(text.c_str() + line + 6);
        }
        return port_ != 0 || waitpid(process_, nullptr, WNOHANG) != 0;
    });
    if (port_ != 0) return;
    throw std::runtime_error("WireMock did not start" + std::string(goes_on ? "; is java installed? " : " in time ")
                             + text_of(output));
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
