#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <usagekit/options.hpp>

namespace USAGEKIT_NAMESPACE::call {

/// Is it a status that leads elsewhere by its Location field (RFC 9110 section 15.4)?
[[nodiscard]] bool is_redirect(int status) noexcept;

/// The redirects of one request: where each leads, or why it is not followed.
class RedirectChain {
public:
    /// Begins a new chain at this absolute URL, which is of the service's own origin.
    void start(std::string url);

    /// Takes a redirect of the current URL, which becomes the URL that it leads to. Gives `redirect` with the whole
    /// chain in the detail.
    [[nodiscard]] Result<void> follow(const http::Response& response, const std::string& method,
                                      const RedirectPolicy& policy);

    /// Has a redirect led to another origin, in this chain or in one before it? Then nobody is to see the credential
    /// any more.
    [[nodiscard]] bool has_left_origin() const noexcept { return has_left_origin_; }

    /// Where the request is to be sent now.
    [[nodiscard]] const std::string& url() const noexcept { return url_; }

private:
    /// Where the chain began.
    [[nodiscard]] const std::string& home() const noexcept { return passed_.empty() ? url_ : passed_.front(); }
    [[nodiscard]] Error refuse(std::string message, std::string_view advice, std::string_view target) const;

    std::string url_{};
    bool has_left_origin_ = false;
    std::vector<std::string> passed_{};
};

}  // namespace USAGEKIT_NAMESPACE::call
