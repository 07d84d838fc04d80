#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <usagekit/call.hpp>
#include <usagekit/report.hpp>
#include <usagekit/result.hpp>

namespace tool {

/// Takes a report, or why there is none.
using ReportHandler = std::function<void(usagekit::Result<usagekit::UsageReport>)>;

/// A call of any provider, not sent yet, whose answer becomes a report. It must be kept until the handler was called.
struct PendingReport {
    std::function<usagekit::Result<usagekit::http::Request>()> request;  ///< What would be sent first.
    std::function<void(ReportHandler)> send;                             ///< Sends in the background; once.
};

/// Makes one of a call and of the client that made it.
template <class Client, class Model>
PendingReport pending(const Client& client, usagekit::Call<Model> call, const std::optional<std::string>& subject) {
    const auto shared = std::make_shared<usagekit::Call<Model>>(std::move(call));
    const auto send = [client, shared, subject](ReportHandler handler) {  // the last client ends the call
        std::move(*shared).then([subject, handler = std::move(handler)](usagekit::Result<Model> answer) {
            if (!answer) return handler(answer.error());
            handler(report(answer.value(), subject));
        });
    };
    return {.request = [shared] { return shared->request(); }, .send = send};
}

}  // namespace tool
