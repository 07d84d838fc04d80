#include "inquiry.hpp"

#include <condition_variable>
#include <mutex>
#include <string_view>
#include <utility>

namespace tool {

namespace {

using usagekit::UsageReport;

/// Where the results arrive, on the transport's thread, while this one waits.
class Results {
public:
    explicit Results(std::size_t count) : results_(count) {}

    void put(std::size_t place, Result<UsageReport> result) {
        const std::lock_guard lock(mutex_);
        results_[place] = std::move(result);
        ++ended_;
        one_more_.notify_one();
    }

    std::vector<Result<UsageReport>> wait_for_all(const Session& session) {
        std::size_t told = 0;
        for (std::unique_lock lock(mutex_); told < results_.size();) {
            one_more_.wait(lock, [&] { return ended_ > told; });
            told = ended_;
            if (!session.progress) continue;
            lock.unlock();
            session.progress(told, results_.size());
            lock.lock();
        }
        std::vector<Result<UsageReport>> all;
        for (auto& result : results_) all.push_back(std::move(*result));
        return all;
    }

private:
    std::mutex mutex_{};
    std::condition_variable one_more_{};
    std::vector<std::optional<Result<UsageReport>>> results_;
    std::size_t ended_ = 0;
};

Result<PendingReport> prepare(const Inquiry& inquiry, const Session& session) {
    const auto token = inquiry.token();
    if (!token) return token.error();
    return prepare(inquiry, token.value(), session);
}

/// Does the text stand in the URL as one of its parts, or as several that follow each other?
bool is_part_of(std::string_view url, std::string_view text) {
    constexpr std::string_view delimiters = "/:@?&=#";
    const auto is_end = [&](std::size_t at) {
        return at >= url.size() || delimiters.find(url[at]) != std::string_view::npos;
    };
    for (auto at = url.find(text); at != std::string_view::npos; at = url.find(text, at + 1)) {
        if ((at == 0 || is_end(at - 1)) && is_end(at + text.size())) return true;
    }
    return false;
}

/// Errors show the base URL, but who mixes it up with the token must not see that. A short token may be a part of a URL
/// by chance: `test`.
Result<void> check_shows_no_token(std::string_view base_url, std::string_view token) {
    constexpr std::size_t shortest = 8;
    if (base_url.find("://") == std::string_view::npos) {
        return refusal("the base URL has no scheme, and is not shown: it could be a token",
                       "write an absolute URL such as https://api.example.com");
    }
    if (token.size() >= shortest && is_part_of(base_url, token)) {
        return refusal("the token stands in the base URL", "correct the base URL");
    }
    return usagekit::success();
}

}  // namespace

Result<PendingReport> prepare(const Inquiry& inquiry, const usagekit::Secret& token, const Session& session) {
    if (const auto checked = check_shows_no_token(inquiry.base_url, token.reveal()); !checked) return checked.error();
    const Access access{
        .token = token,
        .client = {.base_url = inquiry.base_url, .observer = session.observer, .transport = session.transport},
        .call = {.timeout = session.timeout, .stop = session.stop},
        .subject = inquiry.subject,
    };
    return inquiry.provider->ask(inquiry.values, access);
}

std::vector<Result<UsageReport>> ask(const std::vector<Inquiry>& inquiries, const Session& session) {
    Results results(inquiries.size());
    if (session.progress) session.progress(0, inquiries.size());
    std::vector<PendingReport> calls;  // they end with their clients
    for (std::size_t place = 0; place < inquiries.size(); ++place) {
        auto call = prepare(inquiries[place], session);
        if (!call) {
            results.put(place, call.error());
            continue;
        }
        calls.push_back(std::move(call).value());
        calls.back().send([&results, place](Result<UsageReport> result) { results.put(place, std::move(result)); });
    }
    return results.wait_for_all(session);
}

}  // namespace tool
