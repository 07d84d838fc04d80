#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "wire/codec.hpp"
#include "wire/failure.hpp"

namespace usagekit::wire {

namespace ondemand = simdjson::ondemand;

/// What one decode carries along: the options, what went wrong, and what the model does not have.
class Reader {
public:
    explicit Reader(const DecodeOptions& options) : options_(options) {}

    Failure failure{};
    std::vector<std::string> unknown_members{};  // their paths, as far out as reading has come

    bool malformed(simdjson::error_code error);

    /// The value is not of the expected type; says which it is, and tells a broken literal from another type.
    bool wrong_type(std::string_view expected, ondemand::value& found);

    /// Notes or refuses a member that the model does not have.
    bool unknown(std::string_view name);

    /// Reads the member or item that `place`, its name or index, leads to; whatever path comes out of that begins
    /// there.
    template <class Place, class Read>
    simdjson_inline bool below(Place place, Read read) {
        const auto before = unknown_members.size();
        if (!read()) return failed_below(place);
        if (unknown_members.size() != before) prefix_unknown(before, place);
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
};

}  // namespace usagekit::wire
