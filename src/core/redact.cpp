#include "core/redact.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/secret_members.hpp"
#include "core/spelling.hpp"
#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE {

namespace {

/// How many bytes at the beginning of the text spell the secret; 0 when they do not.
std::size_t matched_length(std::string_view text, std::string_view secret) {
    if (text.starts_with(secret)) return secret.size();  // first: what is in it may look like an escape
    std::size_t length = 0;
    for (const char character : secret) {
        const auto step = spelled_length(text.substr(length), character);
        if (step == 0) return 0;
        length += step;
    }
    return length;
}

void mask_all(std::string& text, std::string_view secret) {
    static constexpr std::string_view mask = "***";
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto length = matched_length(std::string_view(text).substr(at), secret);
        if (length == 0) continue;
        text.replace(at, length, mask);
        at += mask.size() - 1;
    }
}

}  // namespace

void Redactor::add(Secret secret) {
    if (secret.reveal().size() < shortest) return;
    if (std::find(secrets_.begin(), secrets_.end(), secret) != secrets_.end()) return;
    const auto is_shorter = [&](const Secret& other) { return other.reveal().size() < secret.reveal().size(); };
    const auto place = std::find_if(secrets_.begin(), secrets_.end(), is_shorter);
    secrets_.insert(place, std::move(secret));
}

void Redactor::keep_replaced(const Secret& next) {
    if (!authorization().empty() && authorization() != next) add(Secret(authorized()));
}

const std::string& Redactor::add_authorization(Secret value) {
    keep_replaced(value);
    own_ = std::move(value);
    shared_ = nullptr;
    return own_.reveal();
}

const std::string& Redactor::use_authorization(const Secret& value) {
    keep_replaced(value);
    shared_ = &value;
    return value.reveal();
}

std::string_view Redactor::authorized() const noexcept {
    const std::string_view value = authorization().reveal();
    const auto credential = value.substr(value.find(' ') + 1);
    return credential.size() < shortest ? std::string_view() : credential;
}

void Redactor::redact(std::string& text) const {
    const auto used = authorized();
    const auto is_shorter = [&](const Secret& secret) { return secret.reveal().size() < used.size(); };
    const auto shorter = std::find_if(secrets_.begin(), secrets_.end(), is_shorter);
    const auto mask = [&](const Secret& secret) { mask_all(text, secret.reveal()); };
    std::for_each(secrets_.begin(), shorter, mask);
    if (!used.empty()) mask_all(text, used);
    std::for_each(shorter, secrets_.end(), mask);
    mask_secret_members(text);
}

std::size_t Redactor::longest_match() const {
    constexpr std::size_t least = 4096;  // for the values of members, which no one told
    const auto added = secrets_.empty() ? 0 : secrets_.front().reveal().size();
    return std::max(least, longest_spelling * std::max(added, authorized().size()));
}

std::string Redactor::excerpt(std::string_view text, std::size_t most) const {
    most = std::min(most, text.npos / 16);  // what follows does not overflow
    const auto longest = longest_match();
    const auto window = 8 * most + longest;  // not all of a large body: every byte of it is compared
    std::string shown(text.substr(0, window));
    redact(shown);
    const bool may_end_in_half_a_secret = window < text.size() && shown.size() < most + longest;
    if (may_end_in_half_a_secret) return concat("a text of ", std::to_string(text.size()), " bytes");
    return shortened(std::move(shown), most);
}

void Redactor::redact(Error& error) const {
    struct Bound {
        std::string Error::*text;
        std::size_t most;
    };
    static constexpr std::array<Bound, 7> bounds = {{{&Error::message, 500},
                                                     {&Error::detail, 2000},
                                                     {&Error::code, 100},
                                                     {&Error::url, 2000},
                                                     {&Error::json_path, 500},
                                                     {&Error::request_id, 200},
                                                     {&Error::body, 2000}}};
    for (const auto& [text, most] : bounds) error.*text = excerpt(error.*text, most);
}

}  // namespace USAGEKIT_NAMESPACE
