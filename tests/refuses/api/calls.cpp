// MISTAKE copied: use of deleted function '.*::Call\(const |deleted copy constructor of '(usagekit::)?Call<
// MISTAKE sent_as_lvalue: (deleted (member )?function '.*get|call to deleted member function 'get')
// MISTAKE thrown_away of_client_thrown_away: ignoring return.*: '?a call sends nothing until get\(\)
#include <utility>

#include <usagekit/wiremock/client.hpp>

usagekit::Call<usagekit::wiremock::Usage> prepared();

usagekit::Result<usagekit::wiremock::Usage> example(const usagekit::wiremock::Client& client) {
#if defined(MISTAKE_thrown_away)
    prepared();
#elif defined(MISTAKE_of_client_thrown_away)
    client.my_usage();
#endif
    auto call = client.my_usage();
#ifdef MISTAKE_copied
    auto other = call;
#else
    auto other = std::move(call);
#endif
#ifdef MISTAKE_sent_as_lvalue
    return other.get();
#else
    return std::move(other).get();
#endif
}
