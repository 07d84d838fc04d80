// MISTAKE null: deleted function '.*::AccessToken\(std::nullptr_t\)|deleted constructor of 'const usagekit::ApiToken'
// MISTAKE of_another_scheme: no known conversion .*from '.*BearerToken' .* to '(const )?(usagekit::)?Credential<
#include <usagekit/wiremock/client.hpp>

void example() {
#ifdef MISTAKE_null
    const usagekit::ApiToken token{nullptr};
#else
    const usagekit::ApiToken token{"token"};
#endif
#ifdef MISTAKE_of_another_scheme
    const usagekit::wiremock::Client client{usagekit::BearerToken{"token"}};
#else
    const usagekit::wiremock::Client client{token};
#endif
}
