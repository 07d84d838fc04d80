#include "wire/workbench.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "wire/tools.hpp"

namespace USAGEKIT_NAMESPACE::wire {

namespace {

/// What a parser takes: five thirds of its capacity for texts, and four bytes for the place of each of its bytes.
constexpr std::size_t memory_of(std::size_t capacity) { return capacity * 17 / 3; }

/// The largest capacity that is kept.
constexpr std::size_t most_capacity = Workbench::most_kept * 3 / 17;

}  // namespace

Habit& Habits::another(const void* type) noexcept {
    const auto home = slot_of(type);
    for (std::size_t step = 0; step < most; ++step) {
        auto& slot = slots_[(home + step) % most];
        if (slot.type == type) return slot;
        if (slot.type != nullptr && step + 1 < most) continue;
        slot.type = type;
        slot.crowd = {};
        std::iota(slot.next.begin(), slot.next.end(), std::uint8_t{0});
        return slot;
    }
    return slots_[home];  // never reached: the last step takes its slot
}

simdjson::ondemand::parser& Tools::parser_for(std::size_t size) {
    if (size > parser_.capacity()) {
        // documents of about the same size should not need new memory each time
        const auto room = size > most_capacity ? size : std::min(std::bit_ceil(size), most_capacity);
        // what goes wrong here goes wrong again when the document is parsed, and is told then
        [[maybe_unused]] const auto error = parser_.allocate(room, parser_.max_depth());
    }
    return parser_;
}

void Tools::tidy() noexcept {
    if (parser_.capacity() > most_capacity) parser_ = simdjson::ondemand::parser();
}

std::size_t Tools::kept() const noexcept { return memory_of(parser_.capacity()); }

Workbench::Workbench() noexcept = default;
Workbench::Workbench(Workbench&&) noexcept = default;
Workbench& Workbench::operator=(Workbench&&) noexcept = default;
Workbench::~Workbench() = default;

Tools& Workbench::tools() {
    if (!tools_) tools_ = std::make_unique<Tools>();
    return *tools_;
}

WorkbenchPool::~WorkbenchPool() {
    for (auto& place : idle_) delete place.load();
}

Workbench WorkbenchPool::take() noexcept {
    Workbench bench;
    for (auto& place : idle_) {
        bench.tools_.reset(place.exchange(nullptr));
        if (bench.tools_) break;
    }
    return bench;
}

void WorkbenchPool::give_back(Workbench bench) noexcept {
    if (!bench.tools_) return;
    for (auto& place : idle_) {
        Tools* empty = nullptr;
        if (!place.compare_exchange_strong(empty, bench.tools_.get())) continue;
        static_cast<void>(bench.tools_.release());
        return;
    }
}

}  // namespace USAGEKIT_NAMESPACE::wire
