// What does my organisation use, asked step by step in a coroutine?
// examples/run: wiremock
#include <coroutine>
#include <exception>
#include <future>
#include <iostream>
#include <optional>
#include <string>

#include <usagekit/coroutine.hpp>
#include <usagekit/wiremock/client.hpp>

#include "command_line.hpp"
#include "printable.hpp"

namespace {

/// The least that a coroutine needs: it starts at once, and gives its exit code to whoever waits for it.
struct Task {
    struct promise_type {
        Task get_return_object() { return {.exit_code = promise.get_future()}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_value(int code) { promise.set_value(code); }
        void unhandled_exception() noexcept { std::terminate(); }

        std::promise<int> promise{};
    };

    std::future<int> exit_code;
};

/// The ID that a link leads to, when there is one.
template <class Link>
auto id_of(const std::optional<Link>& link) {
    return link ? link->id() : std::nullopt;
}

int missing(const char* what) {
    std::cerr << "there is no " << what << '\n';
    return examples::exit_code(usagekit::ErrorKind::not_found);
}

/// Goes on on the client's own thread after each step, so it must not block.
Task show_usage(const usagekit::wiremock::Client& client) {
    const auto user = co_await client.self();
    if (!user) co_return examples::report(user.error());
    const auto organisation_id = id_of(user.value().links.organisation);
    if (!organisation_id) co_return missing("organisation");

    const auto organisation = co_await client.organisation(*organisation_id);
    if (!organisation) co_return examples::report(organisation.error());
    const auto subscription_id = id_of(organisation.value().links.subscription);
    if (!subscription_id) co_return missing("subscription");

    const auto usage = co_await client.usage(*subscription_id);
    if (!usage) co_return examples::report(usage.error());
    std::cout << examples::printable(organisation.value().name) << ": " << usage.value().stub_called_count
              << " stub calls, " << usage.value().total_mock_api_count << " mock APIs\n";
    co_return 0;
}

}  // namespace

int main(int argc, char** argv) {
    std::string base_url{usagekit::wiremock::production};
    usagekit::Secret token;

    CLI::App app{"Shows your WireMock Cloud organisation and what it has used, step by step in a coroutine."};
    app.add_option("--base-url", base_url, "Where WireMock Cloud's API is")->capture_default_str();
    examples::require_token(app, "WIREMOCK_CLOUD_TOKEN", "your API key", token);
    if (const auto code = examples::parse(app, argc, argv)) return *code;

    const usagekit::wiremock::Client client{usagekit::ApiToken{token}, {.base_url = base_url}};
    return show_usage(client).exit_code.get();
}
