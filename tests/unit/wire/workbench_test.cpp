#include "wire/workbench.hpp"

#include <atomic>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include <doctest/doctest.h>

#include "sample.hpp"
#include "wire/codec.hpp"
#include "wire/tools.hpp"
#include "with.hpp"

using namespace usagekit;
using sample::complete;
using sample::Inner;
using sample::Sample;

namespace {

template <class Model = Sample>
Result<Model> decoded(std::string text, wire::Workbench& workbench) {
    return wire::decode<Model>(text, {.workbench = &workbench});
}

/// A Sample whose list has so many items.
std::string with_items(std::size_t count) {
    std::string items = R"({"count":0})";
    for (std::size_t i = 1; i < count; ++i) items.append(R"(,{"count":)").append(std::to_string(i)).append("}");
    return with(complete, R"({"count":2},{"count":3,"note":null})", items);
}

}  // namespace

TEST_CASE("what was decoded before on a workbench, good or broken, large or small, changes no result") {
    wire::Workbench workbench;
    const std::string documents[] = {complete,
                                     with_items(1),
                                     complete.substr(0, complete.size() / 2),
                                     with(complete, "22309", "true"),
                                     with_items(40000),
                                     with(complete, R"("flag":true,)", ""),
                                     "",
                                     "7",
                                     complete + "x",
                                     with_items(3),
                                     R"({"text":"\ud800"})",
                                     complete};
    for (int round = 0; round < 2; ++round) {
        for (const auto& text : documents) {
            CAPTURE(text.substr(0, 500));
            const auto expected = from_json<Sample>(text);
            const auto found = decoded(text, workbench);
            REQUIRE(found.has_value() == expected.has_value());
            if (found) CHECK(found.value() == expected.value());
            if (!found) CHECK(found.error() == expected.error());
        }
    }
}

TEST_CASE("a workbench may serve several models in turn") {
    wire::Workbench workbench;
    for (int round = 0; round < 3; ++round) {
        CHECK(decoded<Inner>(R"({"note":"n","count":1})", workbench).value() == Inner{.count = 1, .note = "n"});
        CHECK(decoded(complete, workbench).value() == from_json<Sample>(complete).value());
    }
}

TEST_CASE("a workbench keeps the parser of a small document and lets that of a large one go") {
    wire::Workbench workbench;
    CHECK(workbench.tools().kept() == 0);
    REQUIRE(decoded(complete, workbench));
    const auto small = workbench.tools().kept();
    CHECK(small > complete.size());
    CHECK(small < 20 * complete.size());
    for (const auto& large : {with_items(200000), with_items(200000) + "x"}) {
        static_cast<void>(decoded(large, workbench));
        CHECK(workbench.tools().kept() <= wire::Workbench::most_kept);
    }
}

TEST_CASE("a large list leaves no room behind in the short ones that follow it") {
    wire::Workbench workbench;
    REQUIRE(decoded(with_items(5000), workbench));
    CHECK(decoded(with_items(2), workbench).value().list.capacity() <= 8);
    CHECK(decoded(with_items(2), workbench).value().list.capacity() <= 8);
}

TEST_CASE("a list gets the room that the last one needed") {
    wire::Workbench workbench;
    REQUIRE(decoded(with_items(100), workbench));
    CHECK(decoded(with_items(100), workbench).value().list.capacity() == 100);
    CHECK(decoded(with_items(90), workbench).value().list.capacity() == 100);
}

TEST_CASE("a pool gives back what lay on a workbench, to one user at a time") {
    wire::WorkbenchPool pool;
    {
        auto lease = pool.acquire();
        REQUIRE(decoded(complete, *lease.get()));
    }
    auto lease = pool.acquire();
    CHECK(lease.get()->tools().kept() > 0);
    auto another = pool.acquire();
    CHECK(another.get()->tools().kept() == 0);
}

TEST_CASE("a pool keeps a few idle workbenches, however many were in use") {
    wire::WorkbenchPool pool;
    const auto lease_all = [&](auto& self, std::size_t more) -> void {
        auto lease = pool.acquire();
        REQUIRE(decoded(complete, *lease.get()));
        if (more > 1) self(self, more - 1);
    };
    lease_all(lease_all, 2 * wire::WorkbenchPool::most_idle);
    std::size_t warm = 0;
    const auto count_warm = [&](auto& self, std::size_t more) -> void {
        auto lease = pool.acquire();
        warm += lease.get()->tools().kept() > 0 ? 1 : 0;
        if (more > 1) self(self, more - 1);
    };
    count_warm(count_warm, 2 * wire::WorkbenchPool::most_idle);
    CHECK(warm == wire::WorkbenchPool::most_idle);
}

TEST_CASE("threads share a pool") {
    wire::WorkbenchPool pool;
    const auto expected = from_json<Sample>(complete).value();
    std::vector<std::size_t> right(4);
    std::vector<std::thread> threads;
    for (auto& count : right) {
        threads.emplace_back([&] {
            for (int i = 0; i < 500; ++i) {
                auto lease = pool.acquire();
                const auto found = decoded(complete, *lease.get());
                count += found && found.value() == expected ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(right == std::vector<std::size_t>(4, 500));
}

TEST_CASE("a forked child uses a pool while its parent's threads were using it") {
    wire::WorkbenchPool pool;
    std::atomic<bool> stop = false;
    std::thread busy([&] {
        while (!stop) static_cast<void>(pool.acquire());
    });
    for (int i = 0; i < 50; ++i) {
        const auto child = fork();
        if (child == 0) {
            alarm(5);  // ends a child that waits
            auto lease = pool.acquire();
            _exit(decoded(complete, *lease.get()) ? 0 : 1);
        }
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        CHECK(status == 0);
    }
    stop = true;
    busy.join();
}
