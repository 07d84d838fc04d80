#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <usagekit/decimal.hpp>

#include "inquiry.hpp"

namespace tool {

/// How usage is shown, as the options say it.
struct ShowOptions {
    std::string format = "text";
    std::string output{};                              ///< A file; empty for standard output.
    std::string color = "auto";                        ///< `auto`, `always` or `never`.
    std::optional<std::chrono::milliseconds> watch{};  ///< How often it is shown anew; absent: once.
    std::optional<usagekit::Decimal> fail_above{};     ///< In percent.
    bool is_list = false;                              ///< Is it about several profiles?
};

/// Asks, and shows what was answered; with `watch` again and again, until that ends it. Gives the exit code.
[[nodiscard]] int show(const std::vector<Inquiry>& inquiries, const ShowOptions& options, const Session& session);

}  // namespace tool
