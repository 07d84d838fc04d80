// render FORMAT: writes the reports that stand as a JSON array on its standard input; for tests by tools of others.
#include <cstdlib>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/json.hpp>
#include <usagekit/report_writers.hpp>

namespace {

using Reports = std::vector<usagekit::UsageReport>;

const std::map<std::string_view, std::function<std::string(const Reports&)>> writers = {
    {"text", [](const Reports& reports) { return usagekit::to_text(reports); }},
    {"json", [](const Reports& reports) { return usagekit::to_json(reports); }},
    {"csv", [](const Reports& reports) { return usagekit::to_csv(reports); }},
    {"openmetrics", [](const Reports& reports) { return usagekit::to_openmetrics(reports); }},
    {"html", [](const Reports& reports) { return usagekit::to_html(reports); }},
};

}  // namespace

int main(int argc, char** argv) {
    const auto writer = argc == 2 ? writers.find(argv[1]) : writers.end();
    if (writer == writers.end()) return std::cerr << "usage: render text|json|csv|openmetrics|html\n", 2;
    const std::string input{std::istreambuf_iterator<char>(std::cin), {}};
    const auto reports = usagekit::from_json<Reports>(input);
    if (!reports) return std::cerr << reports.error() << '\n', 2;
    std::cout << writer->second(reports.value());
}
