#pragma once

#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <usagekit/http.hpp>

/// Answers requests from a list, and keeps them. No network.
class ScriptedTransport final : public usagekit::http::Transport {
public:
    using Answer = usagekit::Result<usagekit::http::Response>;

    ScriptedTransport() = default;
    explicit ScriptedTransport(std::vector<Answer> answers) : answers_(answers.begin(), answers.end()) {}

    [[nodiscard]] usagekit::http::Exchange send(const usagekit::http::Request& request) override {
        requests.push_back(request);
        if (answers_.empty()) return {.answer = usagekit::Error{.message = "the script has no further answer"}};
        auto answer = std::move(answers_.front());
        answers_.pop_front();
        return {.answer = std::move(answer)};
    }

    std::vector<usagekit::http::Request> requests{};

private:
    std::deque<Answer> answers_{};
};

/// One that gives these answers in turn.
inline std::shared_ptr<ScriptedTransport> scripted(std::vector<ScriptedTransport::Answer> answers) {
    return std::make_shared<ScriptedTransport>(std::move(answers));
}

/// An answer with a JSON body.
inline usagekit::http::Response json(int status, std::string body) {
    return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = std::move(body)};
}

inline usagekit::http::Response text(int status, std::string body) {
    return {.status = status, .headers = {{"Content-Type", "text/plain"}}, .body = std::move(body)};
}

inline usagekit::http::Response redirect(int status, std::string location) {
    return {.status = status, .headers = {{"Location", std::move(location)}}};
}
