#include <memory>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <simdjson.h>

#include "measure.hpp"
#include "peers/beast_request.hpp"
#include "peers/peer.hpp"

namespace bench {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace ssl = boost::asio::ssl;

void connect(beast::tcp_stream& stream, const Address& address, asio::io_context& context) {
    stream.connect(asio::ip::tcp::resolver(context).resolve(address.host, address.port));
    stream.socket().set_option(asio::ip::tcp::no_delay(true));
}

/// Nothing but TCP.
class PlainStream {
public:
    PlainStream(const Place&, const Address& address) { connect(stream_, address, context_); }
    beast::tcp_stream& get() noexcept { return stream_; }

private:
    asio::io_context context_{1};
    beast::tcp_stream stream_{context_};
};

class TlsStream {
public:
    TlsStream(const Place& place, const Address& address) {
        tls_.load_verify_file(place.bundle);
        stream_ = std::make_unique<beast::ssl_stream<beast::tcp_stream>>(context_, tls_);
        stream_->set_verify_mode(ssl::verify_peer);
        stream_->set_verify_callback(ssl::host_name_verification(address.host));
        connect(beast::get_lowest_layer(*stream_), address, context_);
        stream_->handshake(ssl::stream_base::client);
    }
    beast::ssl_stream<beast::tcp_stream>& get() noexcept { return *stream_; }

private:
    asio::io_context context_{1};
    ssl::context tls_{ssl::context::tls_client};
    std::unique_ptr<beast::ssl_stream<beast::tcp_stream>> stream_{};
};

template <class Stream>
class Caller {
public:
    Caller(const Place& place, const Service& service, Decode decode)
        : stream_(place, Address::of(service.request.url)), request_(beast_request(service.request)), decode_(decode) {}

    void call() {
        beast::http::write(stream_.get(), request_);
        beast::http::response_parser<beast::http::string_body> parser;
        parser.body_limit(beast_body_limit);
        beast::http::read(stream_.get(), buffer_, parser);
        auto body = std::move(parser.get().body());
        body.reserve(body.size() + simdjson::SIMDJSON_PADDING);
        if (parser.get().result_int() != 200 || !decode_(body)) give_up("beast: not the answer");
    }

private:
    Stream stream_;
    BeastRequest request_;
    Decode decode_;
    beast::flat_buffer buffer_{};
};

template <class Stream>
Send call_with(const Place& place, const Service& service, Decode decode) {
    return [caller = std::make_shared<Caller<Stream>>(place, service, decode)] { caller->call(); };
}

}  // namespace

Send beast_call(const Place& place, const Service& service, Decode decode) {
    const bool is_plain = place.bundle.empty();
    return is_plain ? call_with<PlainStream>(place, service, decode) : call_with<TlsStream>(place, service, decode);
}

}  // namespace bench
