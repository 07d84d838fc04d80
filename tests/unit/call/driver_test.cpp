#include "call/driver.hpp"

#include <stdexcept>
#include <stop_token>
#include <thread>

#include <doctest/doctest.h>

#include <usagekit/testing/fake.hpp>

using namespace usagekit;
using namespace usagekit::testing;
using namespace std::chrono_literals;
using call::Action;
using call::Event;
using call::TimePoint;

namespace {

/// Does what it is told, and notes what came of it.
class ScriptedMachine final : public call::Machine {
public:
    explicit ScriptedMachine(std::vector<Action> actions) : actions_(std::move(actions)) {}

    Action resume(Event&& event, TimePoint now) override {
        log.emplace_back(event.index(), now.time_since_epoch());
        return std::exchange(actions_.at(next_++), call::Finish{});
    }

    std::vector<std::pair<std::size_t, TimePoint::duration>> log{};

private:
    std::vector<Action> actions_;
    std::size_t next_ = 0;
};

template <class What, class... Events>
std::size_t position_in(std::variant<Events...>*) {
    std::size_t index = 0;
    (void)((std::is_same_v<What, Events> || (++index, false)) || ...);
    return index;
}

template <class What>
std::size_t index_of() {
    return position_in<What>(static_cast<Event*>(nullptr));
}

}  // namespace

TEST_CASE("the blocking driver answers each action with its event until the call has finished") {
    FakeTransport transport({json(200, "{}"), Error{.kind = ErrorKind::network}});
    FakeClock clock;
    ScriptedMachine machine({call::Send{{.url = "http://h/1"}}, call::Wait{TimePoint{7s}},
                             call::Send{{.url = "http://h/2"}}, call::Finish{}});
    call::run(machine, transport, clock);
    using Entry = std::pair<std::size_t, TimePoint::duration>;
    const std::vector<Entry> expected = {{index_of<call::Started>(), 0s},
                                         {index_of<call::Exchanged>(), 0s},
                                         {index_of<call::Elapsed>(), 7s},
                                         {index_of<call::Exchanged>(), 7s}};
    CHECK(machine.log == expected);
    CHECK(transport.requests().size() == 2);
}

TEST_CASE("an exception of a transport ends in the driver, without its words") {
    class Throwing final : public http::Transport {
        http::Exchange send(const http::Request&) override { throw std::runtime_error("t0p secret"); }
    } transport;
    class Asking final : public call::Machine {
    public:
        Action resume(Event&& event, TimePoint) override {
            if (std::holds_alternative<call::Started>(event)) return call::Send{};
            error = std::get<call::Exchanged>(event).exchange.answer.error();
            return call::Finish{};
        }
        Error error{};
    } machine;
    FakeClock clock;
    call::run(machine, transport, clock);
    CHECK(machine.error.kind == ErrorKind::network);
    CHECK(to_string(machine.error).find("t0p") == std::string::npos);
}

TEST_CASE("the system clock waits until a time that may have passed") {
    SystemClock clock;
    const auto before = clock.now();
    clock.wait_until(before - 1s, {});
    clock.wait_until(before + 2ms, {});
    CHECK(clock.now() >= before + 2ms);
}

TEST_CASE("a stop that was requested ends the call before anything is done, and during a wait") {
    std::stop_source source;
    FakeTransport transport;
    FakeClock clock;
    source.request_stop();
    ScriptedMachine unsent({call::Send{{.url = "http://h/1"}}, call::Finish{}});
    call::run(unsent, transport, clock, source.get_token());
    CHECK(transport.requests().empty());
    CHECK(unsent.log.back().first == index_of<call::Exchanged>());

    std::stop_source later;
    class StoppingClock final : public Clock {
    public:
        explicit StoppingClock(std::stop_source& source) : source_(source) {}
        std::chrono::steady_clock::time_point now() override { return {}; }
        std::chrono::system_clock::time_point date() override { return {}; }
        void wait_until(std::chrono::steady_clock::time_point, std::stop_token stop) override {
            CHECK(!stop.stop_requested());
            source_.request_stop();
            CHECK(stop.stop_requested());
        }

    private:
        std::stop_source& source_;
    } stopping(later);
    ScriptedMachine waiting({call::Wait{TimePoint{7s}}, call::Finish{}});
    call::run(waiting, transport, stopping, later.get_token());
    CHECK(waiting.log.back().first == index_of<call::Stopped>());
}

TEST_CASE("the system clock's wait ends as soon as a stop is requested") {
    SystemClock clock;
    std::stop_source source;
    const auto before = clock.now();
    const std::jthread stopper([&] {
        std::this_thread::sleep_for(20ms);
        source.request_stop();
    });
    clock.wait_until(before + 1h, source.get_token());
    CHECK(clock.now() - before < 1s);
}
