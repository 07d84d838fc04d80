#include <algorithm>

#include <usagekit/auth.hpp>

#include "core/refusal.hpp"
#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE {

namespace {

bool is_visible_ascii(char c) { return c > ' ' && c < '\x7F'; }

constexpr std::string_view advice = "give the client the token exactly as the service shows it";

}  // namespace

Result<Secret> AuthorizationSource::operator()() const {
    if (const auto* const ask = std::get_if<1>(&source_)) return (*ask)();
    const auto& value = std::get<0>(source_);
    if (!value) return value.assume_error();  // a copy of the whole would copy an empty error each time
    return value.assume_value();
}

const Secret* AuthorizationSource::fixed() const noexcept {
    const auto* const value = std::get_if<0>(&source_);
    return value != nullptr && *value ? &value->assume_value() : nullptr;
}

Result<Secret> authorization(std::string_view scheme, const Secret& token) {
    const auto& text = token.reveal();
    if (text.empty()) return refusal("the token is empty", advice);
    const auto bad = std::find_if_not(text.begin(), text.end(), is_visible_ascii);
    if (bad != text.end()) {
        return refusal(concat("the token holds a blank, a control character or a character beyond ASCII at position ",
                              std::to_string(bad - text.begin())),
                       advice);
    }
    return Secret(concat(scheme, " ", text));
}

}  // namespace USAGEKIT_NAMESPACE
