#include "tls_server.hpp"

#include <chrono>
#include <stdexcept>
#include <thread>

using namespace std::chrono_literals;

namespace {

std::vector<std::string> command(const TlsServer::Options& options) {
    std::vector<std::string> words = {"openssl", "s_server", "-accept", "127.0.0.1:0", "-HTTP"};
    words.insert(words.end(), {"-cert", options.identity.certificate_file, "-key", options.identity.key_file});
    words.insert(words.end(), options.more.begin(), options.more.end());
    return words;
}

/// The port that it says it listens at, or 0.
int port_in(const std::string& output) {
    const std::string sign = "\nACCEPT 127.0.0.1:";
    const auto at = output.find(sign);
    const bool is_whole_line = at != output.npos && output.find('\n', at + 1) != output.npos;
    return is_whole_line ? std::stoi(output.substr(at + sign.size())) : 0;
}

}  // namespace

TlsServer::TlsServer(const Options& options) : process_(command(options), folder_.path()) {
    if (!options.path.empty()) folder_.write(options.path.substr(1), options.answer);  // -HTTP answers with files
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    while ((port_ = port_in(process_.output())) == 0) {
        if (process_.has_ended() || std::chrono::steady_clock::now() > deadline) {
            throw std::runtime_error("openssl s_server does not listen: " + process_.output());
        }
        std::this_thread::sleep_for(2ms);
    }
}

std::size_t TlsServer::requests() const {
    const auto output = process_.output();
    std::size_t count = 0;
    for (auto at = output.find("\nFILE:"); at != output.npos; at = output.find("\nFILE:", at + 1)) ++count;
    return count;
}

std::vector<std::string> client_certificates_of(const TlsAuthority& authority) {
    return {"-Verify", "1", "-verify_return_error", "-CAfile", authority.ca_file()};
}
