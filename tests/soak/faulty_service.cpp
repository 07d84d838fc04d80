#include "faulty_service.hpp"

#include <array>
#include <csignal>
#include <cstdio>
#include <map>
#include <mutex>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "raw_server.hpp"

namespace {

using namespace std::chrono_literals;
using Connection = RawServer::Connection;

std::string answer(std::string_view status, std::string_view body, std::string_view fields = "") {
    std::string text = "HTTP/1.1 ";
    text.append(status).append("\r\n").append(fields);
    return text.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n\r\n").append(body);
}

/// The last segment of the request's path.
std::string id_of(const std::string& request) {
    const auto end = request.find(' ', 4);
    const auto slash = request.rfind('/', end);
    return request.substr(slash + 1, end - slash - 1);
}

std::string fault_of(const std::string& id) { return id.substr(0, id.find('-')); }

/// Counts how often an ID has been asked for.
bool is_first_time(const std::string& id) {
    static std::mutex mutex;
    static std::map<std::string, int> times;
    const std::lock_guard lock(mutex);
    return times[id]++ == 0;
}

std::string body_about(const std::string& id) {
    const auto about = organisation(id);
    std::string body = R"({"organisation":{"id":")";
    body.append(about.id.str()).append(R"(","name":")").append(about.name);
    return body.append(R"(","emailAddress":")").append(about.email_address).append(R"(","links":{}}})");
}

/// The answer that is as it must be.
std::string good_answer_about(const std::string& id) { return answer("200 OK", body_about(id)); }

/// What is written for the faults that answer and leave the connection as it is.
std::string whole_answer_to(const std::string& id) {
    const auto is = [fault = fault_of(id)](std::string_view name) { return fault == name; };
    if (is("moved")) return answer("302 Found", "", "Location: good-" + id + "\r\n");
    if (is("better_later") && is_first_time(id)) return answer("503 Busy", "");
    if (is("busy") && is_first_time(id)) return answer("503 Busy", "", "Retry-After: 1\r\n");
    if (is("limited_once") && is_first_time(id)) return answer("429 Slow", "{}", "Retry-After: 1\r\n");
    if (is("failing")) return answer("500 Oops", "<html>");
    if (is("unavailable")) return answer("503 Busy", "for ever");
    if (is("limited")) return answer("429 Slow", "{}", "Retry-After: 0\r\n");
    if (is("unauthorized")) return answer("401 Who", R"({"errors":[{"code":"401","title":"no"}]})");
    if (is("missing")) return answer("404 None", "");
    if (is("undecodable")) return answer("200 OK", R"({"organisation":{"id":7}})");
    return good_answer_about(id);
}

std::string chunk(std::string_view bytes) {
    std::array<char, 20> size{};
    std::snprintf(size.data(), size.size(), "%zx\r\n", bytes.size());
    return std::string(size.data()).append(bytes).append("\r\n");
}

/// Writes a good answer in chunks, with pauses inside of each part of it.
bool write_in_pieces(Connection& connection, const std::string& id) {
    const auto body = body_about(id);
    const auto text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk(body.substr(0, 7))
                      + chunk(body.substr(7)) + chunk("");
    for (std::size_t at = 0; at < text.size(); at += 11) {
        if (!connection.pause(1ms) || !connection.write(std::string_view(text).substr(at, 11))) return false;
    }
    return true;
}

/// Does the broken things; false when the ID asks for none.
bool breaks(Connection& connection, const std::string& id) {
    const auto is = [fault = fault_of(id)](std::string_view name) { return fault == name; };
    if (is("reset") || (is("reset_once") && is_first_time(id))) return connection.reset(), true;
    if (is("empty")) return true;
    if (is("cut_body") || (is("cut_once") && is_first_time(id))) {
        return connection.write("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"organ"), true;
    }
    if (is("cut_headers")) return connection.write("HTTP/1.1 200 OK\r\nContent-Le"), true;
    if (is("garbage")) return connection.write("\x16\x03\x01 nobody speaks this\r\n\r\n"), true;
    if (is("bad_chunk")) {
        return connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"), true;
    }
    if (is("too_large")) return connection.write("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"), true;
    if (is("silent") || is("stopped")) return connection.wait_for_close(), true;
    return false;
}

/// Answers, and tells whether the connection can be used again.
bool answers(Connection& connection, const std::string& id) {
    if (fault_of(id) == "in_pieces") return write_in_pieces(connection, id);
    if (fault_of(id) == "slow" && !connection.pause(30ms)) return false;
    return connection.write(whole_answer_to(id));
}

void serve(Connection& connection) {
    while (true) {
        const auto request = connection.read_request();
        if (request.empty()) return;
        const auto id = id_of(request);
        if (breaks(connection, id) || !answers(connection, id)) return;
    }
}

}  // namespace

usagekit::wiremock::Organisation organisation(const std::string& id) {
    const std::size_t padding = fault_of(id) == "large" ? 50'000 : 0;
    return {.id = usagekit::wiremock::OrganisationId{id},
            .name = "the one called " + id + std::string(padding, '.'),
            .email_address = id + "@organisations.example"};
}

FaultyService::FaultyService() {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    process_ = fork();
    if (process_ == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        const RawServer server(&serve);
        const int port = server.port();
        if (write(ends[1], &port, sizeof port) != sizeof port) _exit(1);
        while (true) pause();
    }
    int port = 0;
    close(ends[1]);
    const auto told = read(ends[0], &port, sizeof port);
    close(ends[0]);
    if (told != sizeof port) throw std::runtime_error("the service did not start");
    base_url_ = "http://127.0.0.1:" + std::to_string(port);
}

FaultyService::~FaultyService() {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
}
