#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <usagekit/abi.hpp>
#include <usagekit/error.hpp>
#include <usagekit/http.hpp>
#include <usagekit/result.hpp>

namespace USAGEKIT_NAMESPACE::testing {

/// Answers requests from WireMock mapping files, without a server: those of a `RecordingTransport`, and others that
/// keep to what docs/guide/testing.md lists. The host of a URL is not looked at.
///
/// A request that no mapping answers ends as `invalid_request`, which no client sends again; the message names the
/// nearest mapping and how it differs. It may be used by several threads at once.
class USAGEKIT_EXPORT ReplayTransport final : public http::Transport {
public:
    /// Reads all `*.json` in the folder's `mappings` and the bodies in its `__files`, or, without `mappings`, those of
    /// the folder itself. Gives `invalid_request` with file, JSON path and advice for what cannot be read, for anything
    /// in a mapping that is not known here, and for a folder without a mapping: nothing is ignored.
    [[nodiscard]] static Result<std::shared_ptr<ReplayTransport>> from_folder(const std::filesystem::path& folder);

    ~ReplayTransport() override;

    /// Gives the answer of the mapping with the least `priority` that matches; of several, of the file whose name comes
    /// first. No time passes: a delay that is as long as `Request::timeout` ends as `timeout`, a shorter one is left
    /// out.
    [[nodiscard]] http::Exchange send(const http::Request& request) override;

    /// The errors of all requests that no mapping answered.
    [[nodiscard]] std::vector<Error> unmatched() const;

    /// The mappings that have answered nothing, by their files, `mappings/usage.json` for example.
    [[nodiscard]] std::vector<std::string> unused() const;

private:
    class Mappings;

    explicit ReplayTransport(std::unique_ptr<Mappings> mappings);

    std::unique_ptr<Mappings> mappings_;
};

}  // namespace USAGEKIT_NAMESPACE::testing
