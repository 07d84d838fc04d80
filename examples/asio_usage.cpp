// What does my organisation use, asked by a program that runs on Boost.Asio? Ctrl-C stops it.
// examples/run: wiremock
#include <csignal>
#include <exception>
#include <iostream>
#include <stop_token>
#include <string>
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <usagekit/asio.hpp>
#include <usagekit/wiremock/client.hpp>

#include "command_line.hpp"

namespace asio = boost::asio;

namespace {

asio::awaitable<int> show_usage(const usagekit::wiremock::Client& client, std::stop_token stop) {
    const usagekit::CallOptions options{.stop = std::move(stop)};
    const auto usage = co_await usagekit::async_get(client.my_usage(options), asio::use_awaitable);
    if (!usage) co_return examples::report(usage.error());
    std::cout << usage.value().stub_called_count << " stub calls, " << usage.value().total_mock_api_count
              << " mock APIs\n";
    co_return 0;
}

}  // namespace

int main(int argc, char** argv) {
    std::string base_url{usagekit::wiremock::production};
    usagekit::Secret token;

    CLI::App app{"Shows what your WireMock Cloud organisation has used, by a coroutine of Boost.Asio."};
    app.add_option("--base-url", base_url, "Where WireMock Cloud's API is")->capture_default_str();
    examples::require_token(app, "WIREMOCK_CLOUD_TOKEN", "your API key", token);
    if (const auto code = examples::parse(app, argc, argv)) return *code;

    const usagekit::wiremock::Client client{usagekit::ApiToken{token}, {.base_url = base_url}};
    asio::io_context io;
    std::stop_source stop;
    asio::signal_set interrupt(io, SIGINT);
    interrupt.async_wait([&](const boost::system::error_code& error, int) {
        if (!error) stop.request_stop();
    });
    int code = 0;
    asio::co_spawn(io, show_usage(client, stop.get_token()), [&](std::exception_ptr, int exit_code) {
        code = exit_code;
        interrupt.cancel();
    });
    io.run();
    return code;
}
