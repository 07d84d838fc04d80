#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "errors.hpp"

namespace tool {

/// Where in a file of profiles something stands. What does not apply is zero or empty.
struct Place {
    const std::filesystem::path& file;
    std::uint32_t line = 0;
    std::string profile{};
    std::string key{};
};

/// `profiles.toml:4: [production] metric: `.
inline std::string shown(const Place& place) {
    std::string text = place.file.native();
    if (place.line != 0) text.append(":").append(std::to_string(place.line));
    text.append(": ");
    if (!place.profile.empty()) text.append("[").append(place.profile).append("] ");
    return place.key.empty() ? text : text.append(place.key).append(": ");
}

inline usagekit::Error refused(const Place& place, std::string_view message, std::string advice = {}) {
    return refusal(shown(place).append(message), std::move(advice));
}

/// The same error, with the place before it.
inline usagekit::Error refused(const Place& place, const usagekit::Error& error) {
    return refused(place, error.message, error.advice);
}

}  // namespace tool
