#include "http/curl_multis.hpp"

#include <algorithm>
#include <new>
#include <utility>

namespace USAGEKIT_NAMESPACE::http {

namespace {

constexpr std::size_t most_handles = 64;  // of a multi handle; fewer than the streams that HTTP/2 servers grant

}  // namespace

CurlMulti* CurlMultis::add(CURL* handle) noexcept {
    try {
        auto& multi = with_room();
        return multi.add(handle) ? &multi : nullptr;
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}

/// The first, so that the connections of that are used when there is little to do.
CurlMulti& CurlMultis::with_room() {
    const auto has_room = [](const auto& multi) { return multi->size() < most_handles; };
    const auto found = std::find_if(multis_.begin(), multis_.end(), has_room);
    return found != multis_.end() ? **found : *multis_.emplace_back(std::make_unique<CurlMulti>(events_));
}

bool CurlMultis::perform() noexcept {
    for (const auto& [socket, events, user] : std::exchange(happened_, {})) {
        if (!static_cast<CurlMulti*>(user)->act(socket, events)) return false;
    }
    return std::all_of(multis_.begin(), multis_.end(), [](const auto& multi) { return multi->act_when_due(); });
}

void CurlMultis::wait(std::chrono::milliseconds longest) noexcept {
    using std::chrono::milliseconds;
    const auto now = CurlMulti::Clock::now();
    const bool is_idle =
        std::all_of(multis_.begin(), multis_.end(), [](const auto& multi) { return multi->size() == 0; });
    // so that nothing is waited for in vain for long
    auto due = now + (is_idle ? std::chrono::hours{1} : std::chrono::seconds{1});
    for (const auto& multi : multis_) due = std::min(due, multi->due());
    const auto until_due = due <= now ? milliseconds{0} : std::chrono::ceil<milliseconds>(due - now);
    happened_ = events_.wait(std::clamp(longest, milliseconds{0}, until_due));
}

std::optional<CurlMulti::Done> CurlMultis::next_done() noexcept {
    for (const auto& multi : multis_) {
        if (auto done = multi->next_done()) return done;
    }
    return std::nullopt;
}

}  // namespace USAGEKIT_NAMESPACE::http
