#pragma once

#include <cstddef>

#include <simdjson.h>

#include "wire/habits.hpp"

namespace USAGEKIT_NAMESPACE::wire {

/// What lies on a workbench.
class Tools {
public:
    Habits habits{};

    /// The parser, with room for a document of `size` bytes.
    [[nodiscard]] simdjson::ondemand::parser& parser_for(std::size_t size);

    /// Lets memory go that only a large document needs. What was read from the parser is lost.
    void tidy() noexcept;

    /// The memory of the parser.
    [[nodiscard]] std::size_t kept() const noexcept;

private:
    simdjson::ondemand::parser parser_{};
};

}  // namespace USAGEKIT_NAMESPACE::wire
