#include "http/connection_basis.hpp"

#include "http/proxy_options.hpp"
#include "http/tls_options.hpp"

namespace usagekit::http {

void ConnectionBasis::apply(CURL* handle) {
    http::apply(options.tls, handle);
    if (trusts_system(options.tls)) authorities.apply(handle);
    http::apply(options.proxy, handle);
    sessions.apply(handle);
}

}  // namespace usagekit::http
