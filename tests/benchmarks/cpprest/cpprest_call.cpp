#include <cpprest/http_client.h>
#include <memory>

#include "measure.hpp"
#include "peers/address.hpp"
#include "peers/peer.hpp"

namespace bench {

namespace {

namespace rest = web::http;

rest::client::http_client_config config(const Place& place) {
    rest::client::http_client_config options;
    options.set_timeout(std::chrono::seconds(30));
    if (place.bundle.empty()) return options;
    options.set_ssl_context_callback(
        [bundle = place.bundle](boost::asio::ssl::context& tls) { tls.load_verify_file(bundle); });
    return options;
}

class Client {
public:
    Client(const Place& place, const usagekit::http::Request& wanted)
        : client_(Address::of(wanted.url).origin(), config(place)), wanted_(wanted) {}

    std::string send() {
        const auto response = client_.request(request()).get();
        if (response.status_code() != 200) give_up("cpprest: not the answer");
        return response.extract_string(true).get();
    }

private:
    /// A request is used up by sending it.
    [[nodiscard]] rest::http_request request() const {
        rest::http_request request(wanted_.method);
        request.set_request_uri(Address::of(wanted_.url).target);
        for (const auto& [name, value] : wanted_.headers) {
            request.headers().add(std::string(name), std::string(value));
        }
        if (!wanted_.body.empty()) request.set_body(wanted_.body, "application/json");
        return request;
    }

    rest::client::http_client client_;
    usagekit::http::Request wanted_;
};

}  // namespace

Send cpprest_call(const Place& place, const Service& service, Decode decode) {
    return [client = std::make_shared<Client>(place, service.request), decode] {
        auto body = client->send();
        if (!decode(body)) give_up("cpprest: the answer could not be decoded");
    };
}

}  // namespace bench
