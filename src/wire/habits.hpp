#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "wire/field.hpp"

namespace USAGEKIT_NAMESPACE::wire {

/// How many items or members the containers of one type have.
class Crowd {
public:
    /// As many as the largest of the last ones had.
    [[nodiscard]] std::size_t expected() const noexcept { return expected_; }

    void saw(std::size_t size) noexcept {
        recent_ = std::max(recent_, size);
        expected_ = std::max(expected_, size);
        if (++seen_ < window) return;
        expected_ = recent_;
        begin(0);
    }

    /// After one that had far fewer than expected: a large one must not make many small ones dear.
    void saw_few(std::size_t size) noexcept {
        expected_ = size;
        begin(size);
    }

private:
    static constexpr unsigned window = 64;

    void begin(std::size_t recent) noexcept {
        recent_ = recent;
        seen_ = 0;
    }

    std::size_t expected_ = 0;
    std::size_t recent_ = 0;
    unsigned seen_ = 0;
};

/// What was seen of one type so far: a guess at what comes, which may be wrong.
struct Habit {
    const void* type = nullptr;
    Crowd crowd{};
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
    static constexpr std::size_t most = 64;  // Measure's answer has 31 types with habits

    [[nodiscard]] static std::size_t slot_of(const void* type) noexcept {
        const auto address = reinterpret_cast<std::uintptr_t>(type);
        return (address ^ address / most) % most;
    }

    /// Looks further, and forgets another type when all slots are taken.
    [[nodiscard]] Habit& another(const void* type) noexcept;

    std::array<Habit, most> slots_{};
};

}  // namespace USAGEKIT_NAMESPACE::wire
