#include <mutex>
#include <system_error>
#include <utility>

#include <usagekit/testing/replay.hpp>

#include "core/refusal.hpp"
#include "core/text.hpp"
#include "testing/files.hpp"
#include "testing/mapping_set.hpp"
#include "testing/mask.hpp"

namespace USAGEKIT_NAMESPACE::testing {

namespace fs = std::filesystem;

/// The mappings, what was asked of them, and the lock of both.
class ReplayTransport::Mappings {
public:
    std::mutex mutex{};
    MappingSet set{};
    std::vector<Error> unmatched{};
};

namespace {

Error refused(std::string message) {
    return refusal(std::move(message), "give a folder of WireMock mapping files, mock-server/billing for example");
}

/// The folder with the mapping files.
fs::path mappings_of(const fs::path& folder) {
    return fs::is_directory(folder / "mappings") ? folder / "mappings" : folder;
}

Result<void> load(const fs::path& folder, MappingSet& set) {
    const auto read_body = [&](const std::string& name) { return content_of(folder / "__files" / name); };
    if (!fs::is_directory(folder)) return refused(concat(folder.string(), " is no folder"));
    for (const auto& file : json_files_below(mappings_of(folder))) {
        const auto name = file.lexically_relative(folder).string();
        if (name.starts_with("__files")) continue;  // bodies
        const auto text = content_of(file);
        if (!text) return refused(concat(name, " cannot be read"));
        if (auto added = set.add(name, *text, read_body); !added) return added;
    }
    if (set.empty()) return refused(concat("there is no mapping file in ", folder.string()));
    return success();
}

}  // namespace

ReplayTransport::ReplayTransport(std::unique_ptr<Mappings> mappings) : mappings_(std::move(mappings)) {}

ReplayTransport::~ReplayTransport() = default;

Result<std::shared_ptr<ReplayTransport>> ReplayTransport::from_folder(const fs::path& folder) {
    auto mappings = std::make_unique<Mappings>();
    try {
        auto loaded = load(folder, mappings->set);
        if (!loaded) return std::move(loaded).assume_error();
    } catch (const fs::filesystem_error& error) {
        return refused(error.what());
    }
    return std::shared_ptr<ReplayTransport>(new ReplayTransport(std::move(mappings)));
}

http::Exchange ReplayTransport::send(const http::Request& request) {
    const auto asked = sought(request);
    const std::lock_guard lock(mappings_->mutex);
    if (const auto* const answer = mappings_->set.answer(asked)) return {.answer = answer->to(request)};
    Mask mask({});  // the error may be written to a log: what the request has of credentials must not be in it
    mask.learn(request);
    auto error = mappings_->set.unmatched(asked, mask.over_request(request));
    mask.redact(error);
    mappings_->unmatched.push_back(error);
    return {.answer = std::move(error)};
}

std::vector<Error> ReplayTransport::unmatched() const {
    const std::lock_guard lock(mappings_->mutex);
    return mappings_->unmatched;
}

std::vector<std::string> ReplayTransport::unused() const {
    const std::lock_guard lock(mappings_->mutex);
    return mappings_->set.unused();
}

}  // namespace USAGEKIT_NAMESPACE::testing
