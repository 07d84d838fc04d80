#pragma once

#include <array>
#include <string>
#include <string_view>
#include <sys/types.h>

#include <usagekit/error.hpp>

/// What the service does when it is asked for an organisation whose ID begins with the name, and what must come of it.
struct Fault {
    std::string_view name;
    usagekit::ErrorKind kind;  ///< Of the error; of no meaning where the call succeeds.
    bool succeeds = false;
    int share = 10;  ///< Of all calls, compared with the other faults.
};

using usagekit::ErrorKind;

inline constexpr std::array<Fault, 17> faults = {{
    {"good", {}, true, 600},
    {"moved", {}, true, 30},
    {"better_later", {}, true, 30},
    {"unavailable", ErrorKind::server},
    {"limited", ErrorKind::rate_limited},
    {"unauthorized", ErrorKind::authentication},
    {"missing", ErrorKind::not_found},
    {"reset", ErrorKind::network},
    {"empty", ErrorKind::network},
    {"cut_body", ErrorKind::protocol},
    {"cut_headers", ErrorKind::protocol},
    {"garbage", ErrorKind::protocol},
    {"bad_chunk", ErrorKind::protocol},
    {"too_large", ErrorKind::too_large},
    {"undecodable", ErrorKind::decode},
    {"silent", ErrorKind::timeout, false, 1},
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

/// The body with which it answers for an organisation.
[[nodiscard]] std::string organisation_body(std::string_view id);
