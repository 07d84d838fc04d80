#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

/// A server on a free port of 127.0.0.1 that writes the very bytes it is told to: what a well-behaved HTTP server
/// cannot be made to send.
///
///     RawServer server([](RawServer::Connection& connection) {
///         connection.read_request();
///         connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
///     });
///     client.get(server.base_url());
///
/// It ends with this object, whatever its connections are doing.
class RawServer {
public:
    /// One accepted connection, served by a thread of its own. A script uses it as if it were the only one.
    class Connection {
    public:
        Connection(RawServer& server, int socket, std::size_t number) noexcept
            : server_(server), socket_(socket), number_(number) {}
        Connection(const Connection&) = delete;
        Connection& operator=(const Connection&) = delete;
        ~Connection() { close(); }

        /// Counts the connections of the server from 1, for a script that treats them differently.
        [[nodiscard]] std::size_t number() const noexcept { return number_; }

        /// The next request: its head, and the body when a Content-Length announces one. Empty when the client closed
        /// the connection, or the server ends.
        std::string read_request();

        /// Sends all of the bytes. False when the client is gone or the server ends, so an endless answer is
        /// `while (connection.write(bytes)) {}`.
        bool write(std::string_view bytes);

        /// Sends one byte at a time, each after a pause. False when the client is gone or the server ends.
        bool drip(std::string_view bytes, std::chrono::milliseconds pause);

        /// Waits. False, and at once, when the client is gone or the server ends.
        bool pause(std::chrono::milliseconds time);

        /// Waits until the client closes the connection, or the server ends; what the client sends is dropped.
        void wait_for_close();

        /// Closes the connection by RST instead of FIN: the client's next read fails with "connection reset".
        void reset();

    private:
        friend class RawServer;
        bool receive();
        void close();
        void interrupt();

        RawServer& server_;
        int socket_;  // changed and interrupted under the server's mutex
        std::size_t number_;
        std::string received_{};  // and not yet given as a request
    };

    /// What is done with each connection. It is closed when the script returns.
    using Script = std::function<void(Connection&)>;

    /// Listens when this returns, on the port that is given, or on a free one. The script is called on several threads
    /// when several connections stand.
    explicit RawServer(Script script, int port = 0);
    RawServer(const RawServer&) = delete;
    RawServer& operator=(const RawServer&) = delete;
    ~RawServer();

    /// A script that answers every request with these bytes and leaves the connection open.
    [[nodiscard]] static Script always(std::string answer);

    /// A script that answers the first request of each connection with these bytes and closes the connection.
    [[nodiscard]] static Script once(std::string answer);

    [[nodiscard]] int port() const noexcept { return port_; }
    [[nodiscard]] std::string base_url() const { return "http://127.0.0.1:" + std::to_string(port_); }

    /// What `read_request` has given, the oldest first.
    [[nodiscard]] std::vector<std::string> requests() const;

    /// How many connections were accepted.
    [[nodiscard]] std::size_t connections() const;

private:
    struct Session {
        Connection connection;
        bool is_over = false;
        std::thread thread{};

        Session(RawServer& server, int socket, std::size_t number) : connection(server, socket, number) {}
    };

    void accept_all();
    void serve(int socket);
    void join_finished();

    const Script script_;
    const int listener_;
    int port_ = 0;
    mutable std::mutex mutex_{};
    bool is_ending_ = false;
    std::size_t accepted_ = 0;
    std::vector<std::string> requests_{};
    std::list<Session> sessions_{};
    std::thread acceptor_{};
};

/// A whole answer of status 200 with a body, which a connection may go on after.
[[nodiscard]] std::string whole_answer(std::string_view body, std::string_view content_type = "application/json");
