#include "http/socket_events.hpp"

#include <array>
#include <chrono>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include <doctest/doctest.h>

using usagekit::http::SocketEvents;
using namespace std::chrono_literals;

namespace {

/// Two sockets that are connected with each other.
class Pair {
public:
    Pair() { REQUIRE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends_.data()) == 0); }
    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;
    ~Pair() {
        close(ends_[0]);
        close(ends_[1]);
    }

    [[nodiscard]] int end() const { return ends_[0]; }
    void tell() const { REQUIRE(write(ends_[1], "x", 1) == 1); }
    void hear() const {
        char byte = 0;
        REQUIRE(read(ends_[0], &byte, 1) == 1);
    }

private:
    std::array<int, 2> ends_{};
};

/// What happens to the socket, when it happens to no other.
std::uint32_t happens(SocketEvents& events, int socket) {
    const auto happened = events.wait(20ms);
    if (happened.empty()) return 0;
    CHECK(happened.size() == 1);
    CHECK(happened.front().socket == socket);
    CHECK(happened.front().user == &events);
    return happened.front().events;
}

}  // namespace

TEST_CASE("what is wanted of a socket is told, and nothing else") {
    for (const bool is_opened : {true, false}) {
        SocketEvents events;
        const Pair pair;
        if (is_opened) events.opened(pair.end());
        CHECK(events.want(pair.end(), EPOLLIN, &events));
        CHECK(happens(events, pair.end()) == 0);
        pair.tell();
        CHECK(happens(events, pair.end()) == EPOLLIN);
        CHECK(events.want(pair.end(), EPOLLIN | EPOLLOUT, &events));
        CHECK(happens(events, pair.end()) == (EPOLLIN | EPOLLOUT));
        CHECK(events.want(pair.end(), EPOLLOUT, &events));
        CHECK(happens(events, pair.end()) == EPOLLOUT);
        CHECK(events.want(pair.end(), 0, &events));
        CHECK(happens(events, pair.end()) == 0);
        CHECK(events.want(pair.end(), EPOLLIN, &events));
        CHECK(happens(events, pair.end()) == EPOLLIN);
    }
}

TEST_CASE("a socket that is wanted again is told of, whether something happened meanwhile or not") {
    SocketEvents events;
    const Pair pair;
    events.opened(pair.end());
    for (const bool happens_meanwhile : {false, true, false, true}) {
        CHECK(events.want(pair.end(), EPOLLIN, &events));
        CHECK(events.want(pair.end(), 0, &events));
        if (happens_meanwhile) {
            pair.tell();
            CHECK(happens(events, pair.end()) == 0);
            pair.hear();
        }
        CHECK(events.want(pair.end(), EPOLLIN, &events));
        pair.tell();
        CHECK(happens(events, pair.end()) == EPOLLIN);
        pair.hear();
    }
}

TEST_CASE("the end of a connection counts as what is wanted") {
    SocketEvents events;
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);  // of which the system says that it has ended, and not that it can be read
    events.opened(ends[0]);
    CHECK(events.want(ends[0], EPOLLIN, &events));
    close(ends[1]);
    CHECK(happens(events, ends[0]) == EPOLLIN);
    events.closed(ends[0]);
    close(ends[0]);
}

TEST_CASE("a number that comes to mean another socket is registered anew") {
    SocketEvents events;
    int number = -1;
    for (int i = 0; i < 3; ++i) {
        const Pair pair;
        if (i > 0) CHECK(pair.end() == number);
        number = pair.end();
        if (i < 2) events.opened(number);  // the last is one of those that nobody tells of
        CHECK(events.want(number, EPOLLIN, &events));
        pair.tell();
        CHECK(happens(events, number) == EPOLLIN);
        CHECK(events.want(number, 0, &events));
        events.closed(number);
    }
}

TEST_CASE("a wake ends the wait of now or the next one, once") {
    SocketEvents events;
    events.wake();
    const auto start = std::chrono::steady_clock::now();
    CHECK(events.wait(10s).empty());
    std::jthread waker([&] {
        std::this_thread::sleep_for(10ms);
        events.wake();
    });
    CHECK(events.wait(10s).empty());
    CHECK(std::chrono::steady_clock::now() - start < 5s);
    const auto again = std::chrono::steady_clock::now();
    CHECK(events.wait(20ms).empty());
    CHECK(std::chrono::steady_clock::now() - again >= 15ms);
}
