#include "testing/json_path.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/text.hpp"
#include "testing/json_difference.hpp"
#include "wire/failure.hpp"

namespace USAGEKIT_NAMESPACE::testing {

namespace {

using Step = std::variant<std::string, std::size_t>;

/// Takes the first `size` bytes off the text.
std::string_view take(std::string_view& text, std::size_t size) {
    const auto taken = text.substr(0, size);
    text.remove_prefix(taken.size());
    return taken;
}

/// `.name`
std::optional<Step> dotted(std::string_view& text) {
    text.remove_prefix(1);
    const auto* const end = std::find_if_not(text.begin(), text.end(), wire::is_plain_in_path);
    const auto name = take(text, static_cast<std::size_t>(end - text.begin()));
    if (name.empty()) return std::nullopt;
    return std::string(name);
}

/// `['name']` or `[0]`
std::optional<Step> bracketed(std::string_view& text) {
    const auto end = text.find(']');
    if (end == text.npos) return std::nullopt;
    const auto inside = take(text, end + 1).substr(1, end - 1);
    const bool is_quoted = inside.size() > 2 && inside.front() == '\'' && inside.back() == '\'';
    if (is_quoted) {
        const auto name = inside.substr(1, inside.size() - 2);
        if (name.find_first_of("'\\,") != name.npos) return std::nullopt;
        return std::string(name);
    }
    std::size_t index = 0;
    const auto* const last = inside.data() + inside.size();
    const auto [behind, error] = std::from_chars(inside.data(), last, index);
    if (error != std::errc{} || behind != last) return std::nullopt;
    return index;
}

/// The value one step below, or null.
RawJson below(const RawJson& json, const Step& step) {
    if (const auto* const name = std::get_if<std::string>(&step)) {
        const auto members = members_of(json);
        const auto* const member = members.find(*name);
        return member == nullptr ? RawJson() : *member;
    }
    const auto items = items_of(json);
    const auto index = std::get<std::size_t>(step);
    return index < items.size() ? items[index] : RawJson();
}

}  // namespace

std::optional<JsonPath> JsonPath::parse(std::string_view text) {
    if (!text.starts_with('$')) return std::nullopt;
    text.remove_prefix(1);
    JsonPath path;
    while (!text.empty()) {
        if (text.front() != '.' && text.front() != '[') return std::nullopt;
        auto step = text.front() == '.' ? dotted(text) : bracketed(text);
        if (!step) return std::nullopt;
        path.steps_.push_back(*std::move(step));
    }
    return path;
}

bool JsonPath::finds_in(const RawJson& json) const {
    auto value = json;
    for (const auto& step : steps_) value = below(value, step);
    return kind_of(value) != 'n';
}

}  // namespace USAGEKIT_NAMESPACE::testing
