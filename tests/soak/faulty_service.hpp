#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>

#include <usagekit/error.hpp>
#include <usagekit/wiremock/models.hpp>

/// What the service does when it is asked for an organisation whose ID begins with the name, and what must come of it.
struct Fault {
    std::string_view name;
    std::optional<usagekit::ErrorKind> kind{};  ///< Of the error; nothing where the call succeeds.
    bool is_repeated = false;                   ///< Does every attempt fail, as many as there may be?
    int share = 10;                             ///< Of the calls with faults, compared with the others.
};

using usagekit::ErrorKind;

/// No fault.
inline constexpr Fault good = {"good"};

inline constexpr std::array<Fault, 24> faults = {{
    {.name = "moved", .share = 30},
    {.name = "better_later", .share = 30},
    {.name = "busy", .share = 1},  // those that wait for a second are few
    {.name = "limited_once", .share = 1},
    {.name = "reset_once"},
    {.name = "cut_once"},
    {.name = "slow"},
    {.name = "in_pieces"},
    {.name = "large", .share = 5},
    {"failing", ErrorKind::server, true},
    {"unavailable", ErrorKind::server, true},
    {"limited", ErrorKind::rate_limited, true},
    {"unauthorized", ErrorKind::authentication},
    {"missing", ErrorKind::not_found},
    {"reset", ErrorKind::network, true},
    {"empty", ErrorKind::network, true},
    {"cut_body", ErrorKind::protocol, true},
    {"cut_headers", ErrorKind::protocol, true},
    {"garbage", ErrorKind::protocol},
    {"bad_chunk", ErrorKind::protocol},
    {"too_large", ErrorKind::too_large},
    {"undecodable", ErrorKind::decode},
    {"silent", ErrorKind::timeout, true, 1},
    {"stopped", ErrorKind::cancelled},
}};

/// A service in a process of its own, so that its memory, threads and descriptors are not the client's. It ends with
/// this object.
class FaultyService {
public:
    FaultyService();
    FaultyService(const FaultyService&) = delete;
    FaultyService& operator=(const FaultyService&) = delete;
    ~FaultyService();

    [[nodiscard]] const std::string& base_url() const noexcept { return base_url_; }

private:
    pid_t process_ = -1;
    std::string base_url_{};
};

/// What it answers when it is asked for this one: every member tells which.
[[nodiscard]] usagekit::wiremock::Organisation organisation(const std::string& id);
