#include "format.hpp"

#include <usagekit/json.hpp>
#include <usagekit/report_writers.hpp>

namespace tool {

namespace {

std::string to_json(std::span<const usagekit::UsageReport> reports, bool is_list) {
    std::string document = is_list ? "[" : "";
    const char* before = "";
    for (const auto& report : reports) {
        document.append(before).append(usagekit::to_json(report));
        before = ",\n ";
    }
    return document.append(is_list ? "]\n" : "\n");
}

std::string to_text(std::span<const usagekit::UsageReport> reports, const Form& form) {
    usagekit::TextOptions options{.has_colours = form.has_colours};
    if (!form.is_drawn) options.bar_width = 0;
    return usagekit::to_text(reports, options);
}

}  // namespace

std::string document_of(std::span<const usagekit::UsageReport> reports, const Form& form) {
    if (form.format == "json") return to_json(reports, form.is_list);
    if (form.format == "csv") return usagekit::to_csv(reports);
    if (form.format == "openmetrics") return usagekit::to_openmetrics(reports);
    if (form.format == "html") return usagekit::to_html(reports);
    return to_text(reports, form);
}

}  // namespace tool
