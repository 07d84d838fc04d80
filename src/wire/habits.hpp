#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "wire/field.hpp"

namespace usagekit::wire {

/// What was seen of one type so far: a guess at what comes, which may be wrong.
struct Habit {
    const void* type = nullptr;
    /// How many items or members the last one of a container had.
    std::size_t size = 0;
    /// The row of a model that last followed each row: at 0 the one that came first, behind that what followed row 0.
    /// Before anything was seen, the order of the table.
    std::array<std::uint8_t, detail::most_members + 1> next{};
};

/// An address that stands for the type.
template <class T>
inline constexpr char type_mark = 0;

/// The habits of many types.
class Habits {
public:
    template <class T>
    [[nodiscard]] Habit& of() {
        auto& slot = slots_[slot_of(&type_mark<T>)];
        return slot.type == &type_mark<T> ? slot : another(&type_mark<T>);
    }

private:
    static constexpr std::size_t most = 64;  // Measure's answer has 33 types with habits

    [[nodiscard]] static std::size_t slot_of(const void* type) noexcept {
        const auto address = reinterpret_cast<std::uintptr_t>(type);
        return (address ^ address / most) % most;
    }

    /// Looks further, and forgets another type when all slots are taken.
    [[nodiscard]] Habit& another(const void* type) noexcept;

    std::array<Habit, most> slots_{};
};

}  // namespace usagekit::wire
