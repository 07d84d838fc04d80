// What every completion token can rely upon: what its handler is given, where and when.
#include <atomic>
#include <chrono>
#include <cstddef>
#include <future>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/executor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>
#if __has_include(<boost/asio/deferred.hpp>)
#include <boost/asio/deferred.hpp>
#endif
#include <doctest/doctest.h>

#include "service.hpp"

using namespace usagekit;
using namespace std::chrono_literals;
namespace asio = boost::asio;
using wiremock::SubscriptionId;
using wiremock::Usage;

namespace {

UsageResult by_function(Call<Usage> call) {
    asio::io_context io;
    std::optional<UsageResult> result;
    async_get(std::move(call), asio::bind_executor(io, [&](UsageResult given) { result.emplace(std::move(given)); }));
    CHECK(!result);
    CHECK(io.run() == 1);
    REQUIRE(result);
    return *std::move(result);
}

UsageResult by_future(Call<Usage> call) { return async_get(std::move(call), asio::use_future).get(); }

#if __has_include(<boost/asio/deferred.hpp>)
UsageResult by_deferred(Call<Usage> call) { return async_get(std::move(call), asio::deferred)(asio::use_future).get(); }
#endif

using Way = UsageResult (*)(Call<Usage>);
const Way ways[] = {
    by_function,
    by_future,
#if __has_include(<boost/asio/deferred.hpp>)
    by_deferred,
#endif
};

/// Does the condition hold where the handler runs?
template <class Executor, class Condition>
bool holds_in_handler(const wiremock::Client& client, const Executor& executor, Condition condition) {
    std::promise<bool> holds;
    async_get(client.my_usage(), asio::bind_executor(executor, [&](const UsageResult& usage) {
                  holds.set_value(usage.has_value() && condition());
              }));
    return holds.get_future().get();
}

std::thread::id transport_thread_of(const wiremock::Client& client) {
    std::promise<std::thread::id> id;
    client.my_usage().then([&](const UsageResult&) { id.set_value(std::this_thread::get_id()); });
    return id.get_future().get();
}

/// Memory for a handler, which counts.
struct Memory {
    std::atomic<int> pieces = 0;
    std::atomic<int> pieces_ever = 0;
};

template <class T>
struct MemoryAllocator {
    using value_type = T;
    Memory* memory;

    explicit MemoryAllocator(Memory& of) : memory(&of) {}
    template <class Other>
    MemoryAllocator(const MemoryAllocator<Other>& other) : memory(other.memory) {}

    T* allocate(std::size_t count) {
        ++memory->pieces;
        ++memory->pieces_ever;
        return std::allocator<T>().allocate(count);
    }
    void deallocate(T* pointer, std::size_t count) {
        --memory->pieces;
        std::allocator<T>().deallocate(pointer, count);
    }
    template <class Other>
    bool operator==(const MemoryAllocator<Other>& other) const {
        return memory == other.memory;
    }
};

/// A handler that has executor and allocator of its own, and cannot be copied.
struct Frugal {
    using executor_type = asio::io_context::executor_type;
    using allocator_type = MemoryAllocator<char>;

    asio::io_context* io;
    Memory* memory;
    std::unique_ptr<int> only_moved{};

    [[nodiscard]] executor_type get_executor() const noexcept { return io->get_executor(); }
    [[nodiscard]] allocator_type get_allocator() const noexcept { return allocator_type(*memory); }
    void operator()(const UsageResult& usage) {
        CHECK(usage);
        CHECK(memory->pieces == 0);
    }
};

}  // namespace

TEST_CASE("every completion token gives the result, or the error as a value, of each call") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    for (const auto way : ways) {
        CHECK(way(client.my_usage()).value().stub_called_count == 22309);
        CHECK(error_of(way(client.usage(SubscriptionId{"nosuch"}))).kind == ErrorKind::not_found);
        CHECK(error_of(way(client.usage(SubscriptionId{".."}))).kind == ErrorKind::invalid_request);
        CHECK(error_of(way(sent_already(client))).kind == ErrorKind::invalid_request);
    }
}

TEST_CASE("a handler runs on its executor, whatever the type of that") {
    const auto client = client_of(fresh_host());
    asio::thread_pool pool(1);
    const auto is_pool = [&] { return pool.get_executor().running_in_this_thread(); };
    auto strand = asio::make_strand(pool);
    CHECK(holds_in_handler(client, pool.get_executor(), is_pool));
    CHECK(holds_in_handler(client, asio::any_io_executor(pool.get_executor()), is_pool));
    CHECK(holds_in_handler(client, asio::executor(pool.get_executor()), is_pool));
    CHECK(holds_in_handler(client, strand, [&] { return strand.running_in_this_thread(); }));
    asio::any_io_executor any_strand = strand;
    CHECK(holds_in_handler(client, any_strand, [&] { return strand.running_in_this_thread(); }));
}

TEST_CASE("a handler without an executor runs neither on the calling thread nor on the transport's") {
    const auto client = client_of(fresh_host());
    const auto transport_thread = transport_thread_of(client);
    for (int i = 0; i < 2; ++i) {
        std::promise<std::thread::id> thread;
        async_get(i == 0 ? client.my_usage() : sent_already(client),
                  [&](const UsageResult&) { thread.set_value(std::this_thread::get_id()); });
        const auto id = thread.get_future().get();
        CHECK(id != transport_thread);
        CHECK(id != std::this_thread::get_id());
    }
}

TEST_CASE("a handler never runs inside of the initiating function, also when the result is there at once") {
    const auto client = client_of(fresh_host());
    asio::io_context io;
    auto strand = asio::make_strand(io);
    int called = 0;
    asio::post(strand, [&] {
        async_get(sent_already(client), asio::bind_executor(strand, [&](const UsageResult&) { ++called; }));
        async_get(sent_already(client), asio::bind_executor(io, [&](const UsageResult&) { ++called; }));
        CHECK(called == 0);
    });
    io.run();
    CHECK(called == 2);
}

TEST_CASE("a handler that can only be moved is called once, and destroyed before run() returns") {
    const auto client = client_of(fresh_host());
    asio::io_context io;
    auto owned = std::make_unique<std::shared_ptr<int>>(std::make_shared<int>());
    const std::weak_ptr<int> alive = *owned;
    int called = 0;
    async_get(client.my_usage(),
              asio::bind_executor(io, [&called, owned = std::move(owned)](const UsageResult&) { ++called; }));
    CHECK(!alive.expired());
    io.run();
    CHECK(called == 1);
    CHECK(alive.expired());
}

TEST_CASE("a handler waits in memory of its own allocator, which is given back before the handler runs") {
    const auto client = client_of(fresh_host());
    asio::io_context io;
    Memory memory;
    async_get(client.my_usage(), Frugal{.io = &io, .memory = &memory});
    CHECK(memory.pieces_ever > 0);
    CHECK(io.run() == 1);
    CHECK(memory.pieces == 0);
    CHECK(memory.pieces_ever >= 2);  // while the call is under way, and while it waits to be called
}

TEST_CASE("a handler may start further calls, and run() returns after the last") {
    const auto client = client_of(fresh_host());
    asio::io_context io;
    int called = 0;
    const auto again = [&](const auto& self) -> void {
        async_get(client.my_usage(), asio::bind_executor(io, [&, self](const UsageResult& usage) {
                      CHECK(usage);
                      if (++called < 5) self(self);
                  }));
    };
    again(again);
    CHECK(io.run() == 5);
    CHECK(called == 5);
}

TEST_CASE("handlers are called with cancelled when the client is destroyed") {
    std::optional<wiremock::Client> client(client_of(silent_host()));
    asio::io_context io;
    int cancelled = 0;
    for (int i = 0; i < 8; ++i) {
        async_get(client->usage(subscription), asio::bind_executor(io, [&](const UsageResult& usage) {
                      if (!usage && usage.error().kind == ErrorKind::cancelled) ++cancelled;
                  }));
    }
    std::this_thread::sleep_for(50ms);
    client.reset();
    CHECK(io.run() == 8);
    CHECK(cancelled == 8);
}

TEST_CASE("a handler may destroy the last client") {
    auto& host = fresh_host();
    for (int i = 0; i < 10; ++i) {
        asio::io_context io;
        auto client = std::make_unique<wiremock::Client>(client_of(host));
        auto call = client->my_usage();
        bool called = false;
        async_get(std::move(call),
                  asio::bind_executor(io, [&called, client = std::move(client)](const UsageResult& usage) mutable {
                      CHECK(usage);
                      client.reset();
                      called = true;
                  }));
        io.run();
        CHECK(called);
    }
}
