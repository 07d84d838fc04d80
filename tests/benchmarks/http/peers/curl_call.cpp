#include <memory>

#include "measure.hpp"
#include "peers/curl_easy.hpp"
#include "peers/peer.hpp"

namespace bench {

Send curl_call(const Place& place, const Service& service, Decode decode) {
    return [easy = std::make_shared<CurlEasy>(place, service.request), decode] {
        easy->perform();
        if (!decode(easy->body())) give_up("curl: the answer could not be decoded");
    };
}

}  // namespace bench
