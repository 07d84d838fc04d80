// How often decoding asks for memory. In a program of its own, since it replaces `operator new` for all of it.
#include <cstdlib>
#include <new>
#include <string>

#include <doctest/doctest.h>

#include <usagekit/measure/models.hpp>
#include <usagekit/meteroid/models.hpp>
#include <usagekit/wiremock/models.hpp>

#include "providers/billing/bodies.hpp"
#include "providers/billing/envelope.hpp"
#include "providers/measure/bodies.hpp"
#include "providers/meteroid/bodies.hpp"
#include "providers/wiremock/bodies.hpp"
#include "wire/codec.hpp"

using namespace usagekit;

namespace {

std::size_t allocations = 0;

std::size_t allocations_of(const auto& work) {
    const auto before = allocations;
    work();
    return allocations - before;
}

struct Counts {
    std::size_t decode, copy;
};

/// What decoding and copying the result allocate when such a document was decoded before.
template <class Model>
Counts counts(std::string text) {
    text.reserve(text.size() + 64);
    wire::Workbench workbench;
    const auto decoded = [&] { return wire::decode<Model>(text, {.workbench = &workbench}); };
    const auto first = decoded();
    REQUIRE(first);
    return {.decode = allocations_of([&] { static_cast<void>(decoded()); }),
            .copy = allocations_of([&] { const Model copy = first.assume_value(); })};
}

/// Meteroid's answer with groups of two and of three dimensions.
std::string groups(int count) {
    std::string out = R"({"period_start":"2024-01-01","period_end":"2024-02-01","usage":[{"metric_id":"bm_1",)"
                      R"("metric_name":"Tokens","metric_code":"tokens","total_value":"1","grouped_usage":[)";
    for (int i = 0; i < count; ++i) {
        out.append(i == 0 ? "" : ",").append(R"({"value":"1","dimensions":{"model":"large","region":"eu")");
        out.append(i % 4 == 0 ? R"(,"tenant":"t"}})" : "}}");
    }
    return out.append("]}]}");
}

}  // namespace

void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

TEST_CASE("WireMock's usage is decoded without asking for memory") {
    CHECK(counts<wire::Envelope<wiremock::Usage>>(bodies::usage).decode == 0);
}

TEST_CASE("decoding asks for memory as often as copying the result does") {
    const Counts found[] = {counts<billing::UsageEnvelope>(bodies::billing_usage),
                            counts<meteroid::Usage>(bodies::meteroid_usage),
                            counts<measure::Usage>(bodies::measure_usage)};
    for (const auto& one : found) {
        CHECK(one.copy > 0);
        CHECK(one.decode == one.copy);
    }
}

TEST_CASE("containers whose sizes alternate are allocated once each") {
    const auto found = counts<meteroid::Usage>(groups(1000));
    CHECK(found.copy > 1000);
    CHECK(found.decode <= found.copy + found.copy / 100);
}
