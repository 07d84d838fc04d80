#pragma once

#include <atomic>
#include <chrono>
#include <string>
#include <vector>

#include <usagekit/batch.hpp>

#include "organisations.hpp"

// Many calls to a raw server at once.

/// Counts how many requests a server has at the same time.
class Crowd {
public:
    /// Answers all requests of a connection, each after a pause in which others may come.
    [[nodiscard]] RawServer::Script script(std::chrono::milliseconds pause) {
        return [this, pause](RawServer::Connection& connection) {
            for (auto request = connection.read_request(); !request.empty(); request = connection.read_request()) {
                enter();
                connection.pause(pause);
                --here_;  // before the answer, since the next request may come at once
                if (!connection.write(answer_to(request))) return;
            }
        };
    }

    [[nodiscard]] int most() const noexcept { return most_; }

private:
    void enter() {
        const int here = ++here_;
        for (int most = most_; here > most && !most_.compare_exchange_weak(most, here);) {
        }
    }

    std::atomic<int> here_ = 0;
    std::atomic<int> most_ = 0;
};

/// The IDs `0`, `1`, ...
inline std::vector<std::string> ids(int count) {
    std::vector<std::string> list;
    for (int i = 0; i < count; ++i) list.push_back(std::to_string(i));
    return list;
}

using OrganisationCall = usagekit::Call<usagekit::wiremock::Organisation>;

inline OrganisationCall call_for(const usagekit::wiremock::Client& client, const std::string& id,
                                 const usagekit::CallOptions& options = {}) {
    return client.organisation(usagekit::wiremock::OrganisationId{id}, options);
}

inline std::vector<OrganisationCall> calls_for(const usagekit::wiremock::Client& client,
                                               const std::vector<std::string>& ids,
                                               const usagekit::CallOptions& options = {}) {
    std::vector<OrganisationCall> calls;
    for (const auto& id : ids) calls.push_back(call_for(client, id, options));
    return calls;
}

/// The ID of the result, or the kind of its error.
inline std::string shown(const usagekit::Result<usagekit::wiremock::Organisation>& result) {
    return result ? result.value().id.str() : std::string(to_string(result.error().kind));
}

inline std::vector<std::string> shown(const std::vector<usagekit::Result<usagekit::wiremock::Organisation>>& results) {
    std::vector<std::string> texts;
    for (const auto& result : results) texts.push_back(shown(result));
    return texts;
}
