#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <simdjson.h>

#include "wire/codec.hpp"
#include "wire/failure.hpp"
#include "wire/tools.hpp"

namespace USAGEKIT_NAMESPACE::wire {

namespace ondemand = simdjson::ondemand;

/// What one decode carries along: the options, what went wrong, and what the model does not have.
class Reader {
public:
    Reader(const DecodeOptions& options, Tools& tools)
        : options_(options), tools_(tools), depth_(static_cast<std::int32_t>(options.depth)) {}

    Failure failure{};
    std::string_view document{};                 // all of what is read
    std::vector<std::string> unknown_members{};  // their paths, as far out as reading has come

    /// What was seen of the type so far.
    template <class T>
    [[nodiscard]] Habit& habit() {
        return tools_.habits.of<T>();
    }

    /// Where the document is parsed.
    [[nodiscard]] Tools& tools() noexcept { return tools_; }

    bool malformed(simdjson::error_code error);

    /// The value is not of the expected type; says which it is, and tells a broken literal from another type.
    bool wrong_type(std::string_view expected, ondemand::value& found);

    /// Begins to read a value that must be an `ondemand::array` or `ondemand::object`, and not be nested too deep.
    template <class Container>
    simdjson_inline bool open(ondemand::value& in, Container& out) {
        const auto level = in.current_depth();
        if (in.get(out)) return wrong_type(std::is_same_v<Container, ondemand::array> ? "array" : "object", in);
        return level <= depth_ || failure.too_deep(options_.depth);
    }

    /// May this value be nested in so many levels, itself among them?
    [[nodiscard]] bool may_nest(ondemand::value& in, std::int32_t levels) const noexcept {
        return in.current_depth() + levels - 1 <= depth_;
    }

    /// Refuses a member that the model does not have, or notes it after having looked at all of its value.
    bool unknown(std::string_view name, ondemand::value& value);

    /// How many unknown members were noted so far.
    [[nodiscard]] std::size_t noted() const noexcept { return noted_; }

    /// Ends the reading of the member or item that `place`, its name or index, leads to, at whose begin `before` were
    /// noted: whatever path came out of it begins there. Gives `fits` back.
    template <class Place>
    simdjson_inline bool end_of(Place place, bool fits, std::size_t before) {
        if (!fits) [[unlikely]]
            return failed_below(place);
        if (noted_ != before) [[unlikely]]
            prefix_unknown(before, place);
        return true;
    }

private:
    // Out of line: what is rare must not stand in the way of what is not.
    bool failed_below(std::string_view name);
    bool failed_below(std::size_t index);
    void prefix_unknown(std::size_t from, std::string_view name);
    void prefix_unknown(std::size_t from, std::size_t index);
    void prefix(std::size_t from, const std::string& segment);

    const DecodeOptions& options_;
    Tools& tools_;
    std::size_t noted_ = 0;  // how many unknown members there are
    std::int32_t depth_;     // simdjson counts in these
};

}  // namespace USAGEKIT_NAMESPACE::wire
