#include <memory>
#include <utility>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <simdjson.h>

#include "batch/batch.hpp"
#include "measure.hpp"
#include "peers/beast_request.hpp"

#ifdef BOOST_ASIO_HAS_CO_AWAIT

namespace bench {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;

class Coroutines {
public:
    Coroutines(const Service& service, int in_flight, Decode decode)
        : address_(Address::of(service.request.url)), request_(beast_request(service.request)), decode_(decode) {
        for (int number = 0; number < in_flight; ++number) connect();
    }

    void run(std::int64_t calls) {
        left_ = calls;
        for (auto& stream : streams_) asio::co_spawn(context_, call_again_and_again(*stream), asio::detached);
        context_.restart();
        context_.run();
        if (left_ > 0) give_up("beast: a coroutine ended early");
    }

private:
    void connect() {
        auto& stream = streams_.emplace_back(std::make_unique<beast::tcp_stream>(context_));
        stream->connect(asio::ip::tcp::resolver(context_).resolve(address_.host, address_.port));
        stream->socket().set_option(asio::ip::tcp::no_delay(true));
    }

    asio::awaitable<void> call_again_and_again(beast::tcp_stream& stream) {
        beast::flat_buffer buffer;
        while (left_ > 0) {
            --left_;
            stream.expires_after(std::chrono::seconds(30));
            co_await beast::http::async_write(stream, request_, asio::use_awaitable);
            beast::http::response_parser<beast::http::string_body> parser;
            parser.body_limit(beast_body_limit);
            co_await beast::http::async_read(stream, buffer, parser, asio::use_awaitable);
            take(parser.get());
        }
    }

    void take(beast::http::response<beast::http::string_body>& response) const {
        if (response.result_int() != 200) give_up("beast: not the answer");
        if (decode_ == nullptr) return;
        auto& body = response.body();
        body.reserve(body.size() + simdjson::SIMDJSON_PADDING);
        if (!decode_(body)) give_up("beast: the answer could not be decoded");
    }

    asio::io_context context_{1};
    Address address_;
    BeastRequest request_;
    Decode decode_;
    std::vector<std::unique_ptr<beast::tcp_stream>> streams_{};
    std::int64_t left_ = 0;
};

}  // namespace

Batch beast_coroutines_batch(const Place&, const Service& service, int in_flight, Decode decode) {
    return [coroutines = std::make_shared<Coroutines>(service, in_flight, decode)](std::int64_t calls) {
        coroutines->run(calls);
    };
}

}  // namespace bench

#else  // clang 14 with g++'s library

namespace bench {

Batch beast_coroutines_batch(const Place&, const Service&, int, Decode) { return {}; }

}  // namespace bench

#endif
