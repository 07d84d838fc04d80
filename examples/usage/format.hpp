#pragma once

#include <span>
#include <string>

#include <usagekit/report.hpp>

namespace tool {

/// The names of the formats, as options have them.
inline constexpr const char* formats[] = {"text", "json", "csv", "openmetrics", "html"};

/// How reports are shown.
struct Form {
    std::string format = "text";  ///< One of `formats`.
    bool is_drawn = false;        ///< Text: with bars, for people?
    bool has_colours = false;     ///< Text: with colours?
    bool is_list = false;         ///< JSON: an array, also of one report?
};

/// The whole document.
[[nodiscard]] std::string document_of(std::span<const usagekit::UsageReport> reports, const Form& form);

}  // namespace tool
