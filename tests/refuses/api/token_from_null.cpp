// expects: deleted function '.*::AccessToken\(std::nullptr_t\)|deleted constructor of 'const usagekit::ApiToken'
#include <usagekit/auth.hpp>

void example() {
#ifndef MISTAKE
    const usagekit::ApiToken token{"token"};
#else
    const usagekit::ApiToken token{nullptr};
#endif
}
