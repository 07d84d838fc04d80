#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <usagekit/abi.hpp>
#include <usagekit/http.hpp>
#include <usagekit/result.hpp>
#include <usagekit/secret.hpp>

namespace USAGEKIT_NAMESPACE::testing {

/// What a recording does differently.
struct RecordingOptions {
    /// Header fields of requests that tell them apart besides Accept and Content-Type. Not for credentials: the value
    /// stands in the file.
    std::vector<std::string> matched_headers{};
    /// Texts that must stand in no file, besides what is found by itself: whose account it is, for example, or a
    /// credential that only a later exchange tells. Those of fewer than 4 bytes cannot be told from parts of ordinary
    /// words, and are left alone.
    std::vector<Secret> secrets{};
};

/// Sends requests by another transport, and writes each exchange as a WireMock mapping file: `GET-v1-users-self.json`
/// in the folder `mappings`. `ReplayTransport` answers from them without a server, and WireMock with one
/// (`--root-dir`).
///
/// No credential is written: the Authorization field is matched by its scheme, and the credential, wherever else it
/// stands, fields such as Set-Cookie and X-Api-Key, JSON members, query parameters and form pairs such as `apiKey`, and
/// the user information of URLs are `***` in the files, and so are the values of these names, from 6 bytes on, wherever
/// else they stand. Nothing else of a body is changed; where something was masked in JSON, the blanks between its
/// members are gone. The host that was asked and the time are not written, and a redirect within the service is
/// relative; what answers say stays.
///
/// A credential is known from the exchange on that first has it in such a place: a file written before keeps it. Name
/// it in `RecordingOptions::secrets`, or record with one that is withdrawn afterwards.
///
/// The same request with another answer becomes a scenario of WireMock: the answers come in the order in which they
/// were recorded, the last of them again and again. A connection that broke, a time limit that passed and an answer
/// that was not HTTP are recorded as faults. What WireMock has no fault for, `tls` and `too_large`, is not recorded,
/// and the error says so; `cancelled` and `invalid_request` are no exchanges.
///
/// It may be used by several threads at once; what is recorded is the same each time only when the order is.
class USAGEKIT_EXPORT RecordingTransport final : public http::Transport {
public:
    /// Records into a folder, which is made when it is not there. Null for the inner transport means a `CurlTransport`.
    /// Gives `invalid_request` when there are mapping files already, which are never overwritten, or when the folder
    /// cannot be made.
    [[nodiscard]] static Result<std::shared_ptr<RecordingTransport>> into_folder(
        const std::filesystem::path& folder, std::shared_ptr<http::Transport> inner = nullptr,
        RecordingOptions options = {});

    ~RecordingTransport() override;

    /// Gives what the inner transport gives, once it is written. When a file cannot be written, `invalid_request` says
    /// which and why, and there is no answer.
    [[nodiscard]] http::Exchange send(const http::Request& request) override;

private:
    class Recorder;

    explicit RecordingTransport(std::shared_ptr<http::Transport> inner, std::unique_ptr<Recorder> recorder);

    std::shared_ptr<http::Transport> inner_;
    std::unique_ptr<Recorder> recorder_;
};

}  // namespace USAGEKIT_NAMESPACE::testing
