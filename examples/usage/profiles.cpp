#include "profiles.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

#include <toml++/toml.h>

#include "input.hpp"
#include "place.hpp"
#include "profile.hpp"

namespace tool {

namespace {

namespace fs = std::filesystem;

/// The parser's own words are left out: they quote what it read.
Result<toml::table> parsed(const std::string& text, const fs::path& file) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        const auto& where = error.source().begin;
        const auto column = std::string("column ").append(std::to_string(where.column));
        return refused(Place{file, where.line}, "this is not TOML", std::string("look at ").append(column));
    }
}

}  // namespace

fs::path usual_profiles_file() {
    const char* config = std::getenv("XDG_CONFIG_HOME");
    const char* home = std::getenv("HOME");
    const bool has_config = config != nullptr && *config == '/';  // others count as not set (XDG base directories)
    const fs::path folder = has_config ? fs::path(config) : fs::path(home == nullptr ? "" : home) / ".config";
    return folder / "usagekit" / "profiles.toml";
}

Result<std::vector<Inquiry>> read_profiles(const fs::path& file, const std::vector<Provider>& providers) {
    const auto text = read_file(file);
    if (!text) return refused(Place{file}, text.error());
    const auto table = parsed(text.value(), file);
    if (!table) return table.error();
    std::vector<std::pair<toml::source_index, Inquiry>> profiles;
    for (const auto& [name, node] : table.value()) {
        const auto line = name.source().begin.line;
        if (!node.is_table()) {
            return refused(Place{file, line, {}, std::string(name.str())}, "stands in no profile",
                           "begin one by its name in brackets, [production] for example");
        }
        auto profile = read_profile(file, providers, name, *node.as_table());
        if (!profile) return profile.error();
        profiles.emplace_back(line, std::move(profile).value());
    }
    if (profiles.empty()) return refused(Place{file}, "there is no profile in it");
    std::sort(profiles.begin(), profiles.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Inquiry> in_order;
    for (auto& [line, profile] : profiles) in_order.push_back(std::move(profile));
    return in_order;
}

}  // namespace tool
