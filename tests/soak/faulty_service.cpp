#include "faulty_service.hpp"

#include <csignal>
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

/// Counts how often an ID has been asked for.
bool is_first_time(const std::string& id) {
    static std::mutex mutex;
    static std::map<std::string, int> times;
    const std::lock_guard lock(mutex);
    return times[id]++ == 0;
}

/// What is written for the faults that answer and leave the connection as it is.
std::string whole_answer_to(const std::string& id) {
    const auto is = [&](std::string_view fault) { return id.starts_with(fault); };
    if (is("moved")) return answer("302 Found", "", "Location: good-" + id + "\r\n");
    if (is("better_later") && is_first_time(id)) return answer("503 Busy", "");
    if (is("unavailable")) return answer("503 Busy", "for ever");
    if (is("limited")) return answer("429 Slow", "{}", "Retry-After: 0\r\n");
    if (is("unauthorized")) return answer("401 Who", R"({"errors":[{"code":"401","title":"no"}]})");
    if (is("missing")) return answer("404 None", "");
    if (is("undecodable")) return answer("200 OK", R"({"organisation":{"id":7}})");
    return answer("200 OK", organisation_body(id));
}

/// Does the broken things; false when the ID asks for none.
bool breaks(Connection& connection, const std::string& id) {
    const auto is = [&](std::string_view fault) { return id.starts_with(fault); };
    if (is("reset")) return connection.reset(), true;
    if (is("empty")) return true;
    if (is("cut_body")) return connection.write("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"organ"), true;
    if (is("cut_headers")) return connection.write("HTTP/1.1 200 OK\r\nContent-Le"), true;
    if (is("garbage")) return connection.write("\x16\x03\x01 nobody speaks this\r\n\r\n"), true;
    if (is("bad_chunk")) {
        return connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"), true;
    }
    if (is("too_large")) return connection.write("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"), true;
    if (is("silent") || is("stopped")) return connection.wait_for_close(), true;
    return false;
}

void serve(Connection& connection) {
    while (true) {
        const auto request = connection.read_request();
        if (request.empty()) return;
        const auto id = id_of(request);
        if (breaks(connection, id) || !connection.write(whole_answer_to(id))) return;
    }
}

}  // namespace

std::string organisation_body(std::string_view id) {
    std::string body = R"({"organisation":{"id":")";
    return body.append(id).append(R"(","name":"n","emailAddress":"e","links":{}}})");
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
