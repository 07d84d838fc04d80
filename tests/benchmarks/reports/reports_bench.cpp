// Writing 1,000 reports as one document: `reports/<provider>/<format>`, each of one provider's documented answers.
#include <benchmark/benchmark.h>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <usagekit/json.hpp>
#include <usagekit/report_writers.hpp>

namespace {

using Reports = std::vector<usagekit::UsageReport>;

constexpr std::size_t how_many = 1000;

/// As many of what is kept for the tests, each of another subject.
Reports many_reports(const std::string& provider) {
    std::ifstream file(std::string(USAGEKIT_GOLDEN).append("/").append(provider).append(".json"));
    const auto known = usagekit::from_json<Reports>(std::string{std::istreambuf_iterator<char>(file), {}});
    if (!known || known.value().empty()) {
        std::cerr << provider << ": no known report\n";
        std::exit(1);
    }
    Reports reports;
    while (reports.size() < how_many) {
        reports.push_back(known.value()[reports.size() % known.value().size()]);
        reports.back().subject = std::string("subject ").append(std::to_string(reports.size()));
    }
    return reports;
}

template <class Write>
void add(const std::string& name, const Reports& reports, Write write) {
    benchmark::RegisterBenchmark(name.c_str(), [reports, write](benchmark::State& state) {
        for (auto _ : state) benchmark::DoNotOptimize(write(reports));
    });
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    for (const auto* provider : {"billing", "measure", "meteroid", "wiremock"}) {
        const auto reports = many_reports(provider);
        const auto name = std::string("reports/").append(provider).append("/");
        add(name + "json", reports, [](const Reports& all) { return usagekit::to_json(all); });
        add(name + "text", reports, [](const Reports& all) { return usagekit::to_text(all); });
        add(name + "csv", reports, [](const Reports& all) { return usagekit::to_csv(all); });
        add(name + "openmetrics", reports, [](const Reports& all) { return usagekit::to_openmetrics(all); });
        add(name + "html", reports, [](const Reports& all) { return usagekit::to_html(all); });
    }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
