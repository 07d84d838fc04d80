#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <usagekit/http.hpp>
#include <usagekit/observer.hpp>
#include <usagekit/report.hpp>
#include <usagekit/result.hpp>

#include "provider.hpp"

namespace tool {

/// Which provider to ask, for what and as whom, as options or a profile say it.
struct Inquiry {
    std::string label{};  ///< Stands before its errors: the profile's name; empty for options.
    const Provider* provider = nullptr;
    Values values{};
    std::string base_url{};
    std::optional<std::string> subject{};
    std::function<Result<usagekit::Secret>()> token{};  ///< Asked each time, since tokens change.
};

/// What all inquiries of one run share.
struct Session {
    std::shared_ptr<usagekit::http::Transport> transport = std::make_shared<usagekit::http::CurlTransport>();
    usagekit::Observer observer{};
    std::optional<std::chrono::milliseconds> timeout{};
    std::stop_token stop{};
    /// Is told how many of all inquiries have ended, on the calling thread; may be empty.
    std::function<void(std::size_t ended, std::size_t all)> progress{};
};

/// The call that the inquiry makes with the token.
[[nodiscard]] Result<PendingReport> prepare(const Inquiry& inquiry, const usagekit::Secret& token,
                                            const Session& session);

/// Asks all of them at once, and gives a report or an error for each, in their order.
[[nodiscard]] std::vector<Result<usagekit::UsageReport>> ask(const std::vector<Inquiry>& inquiries,
                                                             const Session& session);

}  // namespace tool
