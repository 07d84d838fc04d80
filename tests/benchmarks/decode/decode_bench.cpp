// Decoding by field table against other ways to the same models. `decode/<body>/<who>`: usagekit, usagekit_reversed
// (the members of every object the other way round), simdjson_by_hand, nlohmann, rapidjson. Every one must give the
// same model before it is timed. Counters: allocations of one decode, and of copying its result.
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <exception>
#include <functional>
#include <iostream>
#include <string>
#include <utility>

#include <simdjson.h>

#include "decode/allocations.hpp"
#include "decode/bodies.hpp"
#include "decode/by_hand.hpp"
#include "decode/nlohmann.hpp"
#include "decode/rapidjson.hpp"
#include "member_order.hpp"
#include "providers/billing/bodies.hpp"
#include "providers/billing/envelope.hpp"
#include "providers/measure/bodies.hpp"
#include "providers/meteroid/bodies.hpp"
#include "providers/wiremock/bodies.hpp"
#include "wire/codec.hpp"

namespace {

using namespace usagekit;

template <class Model>
const Model& model_of(const Model& model) {
    return model;
}
template <class Model>
const Model& model_of(const wire::Envelope<Model>& envelope) {
    return envelope.content;
}
const billing::Usage& model_of(const billing::UsageEnvelope& envelope) { return envelope.data; }

void require(bool fits, std::string_view name) {
    if (fits) return;
    std::cerr << name << ": another result, or none\n";
    std::exit(1);
}

/// As a client does it: a body with room behind it, and what was kept from the last call.
template <class Root>
class Usagekit {
public:
    explicit Usagekit(std::string text) : text_(std::move(text)) { text_.reserve(text_.size() + 64); }

    Result<Root> operator()() { return wire::decode<Root>(text_, {.workbench = &workbench_}); }

private:
    std::string text_;
    wire::Workbench workbench_;
};

template <class Model>
class ByHand {
public:
    explicit ByHand(const std::string& text) : text_(text) {}

    Model operator()() {
        Model model;
        require(by_hand::decode(parser_, text_, model), "simdjson_by_hand");
        return model;
    }

private:
    simdjson::padded_string text_;
    simdjson::ondemand::parser parser_{};
};

template <class Work>
std::size_t allocations_of(const Work& work) {
    const auto before = allocations();
    work();
    return allocations() - before;
}

template <class Decode>
void add(const std::string& name, Decode decode) {
    benchmark::RegisterBenchmark(name.c_str(), [decode = std::make_shared<Decode>(std::move(decode))](auto& state) {
        for ([[maybe_unused]] auto _ : state) {
            auto result = (*decode)();
            benchmark::DoNotOptimize(result);
        }
        state.counters["allocations"] =
            static_cast<double>(allocations_of([&] { benchmark::DoNotOptimize((*decode)()); }));
        const auto result = (*decode)();
        state.counters["copy_allocations"] = static_cast<double>(allocations_of([&] {
            auto copy = result;
            benchmark::DoNotOptimize(copy);
        }));
    });
}

/// All contenders for one body.
template <class Root, class Hand>
void add_body(const std::string& body, const std::string& text) {
    const auto name = [&](const char* who) { return "decode/" + body + "/" + who; };
    Usagekit<Root> usagekit(text);
    const auto reversed_text = with_members_reversed(text);
    Usagekit<Root> reversed(reversed_text);
    ByHand<Hand> hand(text);
    using Model = std::remove_cvref_t<decltype(model_of(std::declval<Root>()))>;
    const auto parsed = [text](auto decode) {
        return [text, decode] {
            Model model;
            decode(text, model);
            return model;
        };
    };
    auto nlohmann = parsed([](const std::string& json, Model& out) { with_nlohmann::decode(json, out); });
    auto rapidjson = parsed([](const std::string& json, Model& out) { with_rapidjson::decode(json, out); });

    const auto decoded = usagekit();
    require(decoded.has_value(), name("usagekit"));
    const Model& expected = model_of(decoded.assume_value());
    const auto backwards = reversed();
    const auto expected_backwards = by_hand::to_model(ByHand<Hand>(reversed_text)());  // its RawJson is reversed, too
    require(backwards && model_of(backwards.assume_value()) == expected_backwards, name("usagekit_reversed"));
    require(by_hand::to_model(hand()) == expected, name("simdjson_by_hand"));
    require(nlohmann() == expected, name("nlohmann"));
    require(rapidjson() == expected, name("rapidjson"));

    add(name("usagekit"), std::move(usagekit));
    add(name("simdjson_by_hand"), std::move(hand));
    add(name("usagekit_reversed"), std::move(reversed));
    add(name("nlohmann"), std::move(nlohmann));
    add(name("rapidjson"), std::move(rapidjson));
}

void add_all() {
    add_body<wire::Envelope<wiremock::Usage>, wiremock::Usage>("wiremock", bodies::usage);
    add_body<billing::UsageEnvelope, by_hand::BillingUsage>("billing", bodies::billing_usage);
    add_body<meteroid::Usage, by_hand::MeteroidUsage>("meteroid", bodies::meteroid_usage);
    add_body<measure::Usage, measure::Usage>("measure", bodies::measure_usage);
    add_body<measure::Usage, measure::Usage>("measure_40k", bodies::measure_month());
    add_body<meteroid::Usage, by_hand::MeteroidUsage>("meteroid_18k", bodies::meteroid_groups(3, 70));
    add_body<meteroid::Usage, by_hand::MeteroidUsage>("meteroid_5m", bodies::meteroid_groups(10, 5000));
}

}  // namespace

int main(int argc, char** argv) {
    try {
        add_all();
        benchmark::Initialize(&argc, argv);
        benchmark::RunSpecifiedBenchmarks();
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
