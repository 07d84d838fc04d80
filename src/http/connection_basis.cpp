#include "http/connection_basis.hpp"

#include "http/proxy_options.hpp"
#include "http/tls_options.hpp"

namespace USAGEKIT_NAMESPACE::http {

void ConnectionBasis::apply(CURL* handle) {
    http::apply(options.tls, handle);
    if (trusts_system(options.tls)) authorities.apply(handle);
    http::apply(options.proxy, handle);
    sessions.apply(handle);
}

}  // namespace USAGEKIT_NAMESPACE::http
