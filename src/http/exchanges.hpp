#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include <usagekit/http.hpp>

#include "http/curl_handle.hpp"
#include "http/curl_multis.hpp"
#include "http/idle_sockets.hpp"

namespace USAGEKIT_NAMESPACE::http {

/// Which of the requests under way it is; for whoever started it.
using Tag = void*;

/// The exchange of a request that has ended.
struct Finished {
    /// What `end` gives, which is large, is made in place.
    template <class End>
    Finished(Tag whose, const End& end) : tag(whose), exchange(end()) {}

    Tag tag;
    Exchange exchange;
};

/// Requests of one thread that are under way at the same time, and the connections that stay between them. All members
/// but `wake` are for one thread at a time.
class Exchanges {
public:
    /// Throws std::bad_alloc.
    Exchanges() = default;
    Exchanges(const Exchanges&) = delete;
    Exchanges& operator=(const Exchanges&) = delete;
    /// What is under way ends without a result, and its connections are closed.
    ~Exchanges();

    /// Sends, and waits for what comes of it. Nothing else may be under way.
    [[nodiscard]] Exchange send(const Basis& basis, const Request& request);

    /// Begins to send. The request must live until it has finished. `Request::stop` ends it.
    void start(const Basis& basis, const Request& request, Tag tag);

    /// A request whose exchange is known already, among what finishes next.
    void add(Tag tag, Exchange exchange);

    /// What has finished since the last call, and is to be taken out by the caller. Waits for the first of it until it
    /// is there, or `wake` is called, or as long as this.
    [[nodiscard]] std::vector<Finished>& wait(std::chrono::milliseconds longest);

    /// The same without waiting, nor doing anything.
    [[nodiscard]] std::vector<Finished>& finished() noexcept { return finished_; }

    /// Ends what is under way as `cancelled`.
    void stop_all();

    /// Ends the present or the next `wait`, from any thread.
    void wake() noexcept;

    /// How many requests were under way at once, at most.
    [[nodiscard]] std::size_t most_at_once() const noexcept { return most_at_once_; }

    /// How many requests are under way.
    [[nodiscard]] std::size_t under_way() const noexcept { return flights_.size(); }

    /// Scheme, host and port of the last request, to which a connection may still stand.
    [[nodiscard]] const std::string& authority() const noexcept { return authority_; }

    /// Forgets what was made on another basis than this.
    void rest(const Basis& basis);

private:
    /// Notes that a stop was requested, from any thread.
    struct NoteStop {
        Exchanges* exchanges;
        void operator()() const noexcept;
    };
    /// A request under way.
    struct Flight {
        Flight(const Basis& basis, IdleSockets& sockets) : handle(basis, sockets) {}
        CurlHandle handle;
        CurlMulti* multi = nullptr;  // that it is in
        const Request* request = nullptr;
        Tag tag = nullptr;
        std::size_t place = 0;  // in flights_
        std::optional<std::stop_callback<NoteStop>> stop{};
    };

    [[nodiscard]] std::unique_ptr<Flight> idle_flight(const Basis& basis);
    [[nodiscard]] std::optional<Error> launch(const Basis& basis, const Request& request, Tag tag);
    void drive(std::chrono::milliseconds longest);
    [[nodiscard]] std::optional<CURLcode> drive_alone(Flight& flight);
    void end_what_is_done(bool can_go_on);
    void end_stopped();
    void end_all(std::optional<CURLcode> code);
    void end(Flight& flight, std::optional<CURLcode> code);
    [[nodiscard]] Exchange land(Flight& flight, std::optional<CURLcode> code);
    [[nodiscard]] bool is_sent_afresh(Flight& flight);
    static void take_from_multi(Flight& flight) noexcept;
    [[nodiscard]] std::unique_ptr<Flight> taken_out(Flight& flight);

    SocketEvents events_{};
    IdleSockets sockets_{events_};  // before what closes them
    CurlMultis multis_{events_};
    bool may_raise_sigpipe_ = false;
    std::vector<std::unique_ptr<Flight>> flights_{};  // under way
    std::vector<std::unique_ptr<Flight>> idle_{};
    std::vector<Finished> finished_{};
    std::size_t most_at_once_ = 0;
    std::string authority_{};
    std::atomic<bool> is_woken_ = false;
    std::atomic<bool> has_stops_ = false;
};

}  // namespace USAGEKIT_NAMESPACE::http
