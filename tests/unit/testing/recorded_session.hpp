#pragma once

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <usagekit/testing.hpp>

#include "temp_folder.hpp"
#include "testing/files.hpp"

/// A folder, and a recording of these answers into it.
struct Session {
    explicit Session(std::vector<usagekit::testing::FakeTransport::Answer> answers,
                     usagekit::testing::RecordingOptions options = {})
        : recording(usagekit::testing::RecordingTransport::into_folder(
                        folder.path(), usagekit::testing::scripted(std::move(answers)), std::move(options))
                        .value()) {}

    usagekit::http::Exchange send(const usagekit::http::Request& request) { return recording->send(request); }

    std::shared_ptr<usagekit::testing::ReplayTransport> replay() {
        return usagekit::testing::ReplayTransport::from_folder(folder.path()).value();
    }

    [[nodiscard]] std::string file(const std::string& name) const {
        return usagekit::testing::content_of(folder.path() / "mappings" / name).value_or("no such file");
    }

    [[nodiscard]] std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& file : std::filesystem::directory_iterator(folder.path() / "mappings")) {
            names.push_back(file.path().filename().string());
        }
        std::sort(names.begin(), names.end());
        return names;
    }

    /// All that was written.
    [[nodiscard]] std::string everything() const {
        std::string all;
        for (const auto& name : files()) all += name + "\n" + file(name);
        return all;
    }

    TempFolder folder{};
    std::shared_ptr<usagekit::testing::RecordingTransport> recording;
};

inline bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }
