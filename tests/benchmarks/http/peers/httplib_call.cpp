#include <httplib.h>
#include <memory>

#include "measure.hpp"
#include "peers/address.hpp"
#include "peers/peer.hpp"

namespace bench {

namespace {

class Client {
public:
    Client(const Place& place, const usagekit::http::Request& wanted) : client_(Address::of(wanted.url).origin()) {
        client_.set_keep_alive(true);
        client_.set_tcp_nodelay(true);
        if (!place.bundle.empty()) client_.set_ca_cert_path(place.bundle);
        request_.method = wanted.method;
        request_.path = Address::of(wanted.url).target;
        request_.body = wanted.body;
        for (const auto& [name, value] : wanted.headers) request_.headers.emplace(name, value);
        request_.headers.emplace("Accept-Encoding", "gzip");
    }

    std::string send() {
        auto result = client_.send(request_);
        if (!result || result->status != 200) give_up(std::string("httplib: ").append(to_string(result.error())));
        return std::move(result->body);
    }

private:
    httplib::Client client_;
    httplib::Request request_{};
};

}  // namespace

Send httplib_call(const Place& place, const Service& service, Decode decode) {
    return [client = std::make_shared<Client>(place, service.request), decode] {
        auto body = client->send();
        if (!decode(body)) give_up("httplib: the answer could not be decoded");
    };
}

}  // namespace bench
