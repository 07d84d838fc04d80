#pragma once

// What reports look like in each format, kept in tests/formats/golden:
//
//     CHECK(complaint_about_golden("billing", reports) == "");
//
// With USAGEKIT_WRITE_GOLDEN in the environment the files are written instead; look at what has changed before that is
// committed.

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <usagekit/json.hpp>
#include <usagekit/report_writers.hpp>

#include "contract.hpp"
#include "wire/codec.hpp"

/// The reports of all examples that the contract has of a schema.
template <class Envelope, class ToReport>
std::vector<usagekit::UsageReport> reports_of_examples(Contract& contract, const std::string& schema,
                                                       const ToReport& to_report) {
    std::vector<usagekit::UsageReport> reports;
    for (auto example : contract.examples(schema)) {
        reports.push_back(to_report(usagekit::wire::decode<Envelope>(example).value()));
    }
    return reports;
}

/// The report of an answer that the provider's mock gives.
template <class Envelope, class ToReport>
usagekit::UsageReport report_of_mock(const std::string& file, const ToReport& to_report) {
    std::ifstream answer(std::string(USAGEKIT_MOCK_SERVER) + "/" + file, std::ios::binary);
    std::string body{std::istreambuf_iterator<char>(answer), {}};
    return to_report(usagekit::wire::decode<Envelope>(body).value());
}

/// How the file differs from the text; empty when it does not.
inline std::string complaint_about_file(const std::string& name, const std::string& text) {
    const auto path = std::string(USAGEKIT_GOLDEN) + "/" + name;
    if (std::getenv("USAGEKIT_WRITE_GOLDEN") != nullptr) {
        std::ofstream(path, std::ios::binary) << text;
        return {};
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) return path + " is missing";
    const std::string known{std::istreambuf_iterator<char>(file), {}};
    if (known.empty()) return path + " is empty";
    return known == text ? "" : path + " differs; now it would be:\n" + text;
}

/// The same of each format.
inline std::string complaint_about_golden(const std::string& name, const std::vector<usagekit::UsageReport>& reports) {
    const std::pair<const char*, std::string> formats[] = {
        {".json", usagekit::to_json(reports)}, {".txt", usagekit::to_text(reports)},
        {".csv", usagekit::to_csv(reports)},   {".openmetrics", usagekit::to_openmetrics(reports)},
        {".html", usagekit::to_html(reports)},
    };
    std::string complaint;
    for (const auto& [ending, text] : formats) complaint += complaint_about_file(name + ending, text);
    return complaint;
}
