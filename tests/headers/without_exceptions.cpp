// Compiled with -fno-exceptions: every public header that does not need them, and the ways of calling. An error is a
// value. With an argument: `value()` of a result without one ends the program, and says why.
#include <future>
#include <iostream>
#include <utility>
#include <vector>

#include <boost/assert/source_location.hpp>

#include <usagekit/batch.hpp>
#include <usagekit/billing/client.hpp>
#include <usagekit/billing/report.hpp>
#include <usagekit/coroutine.hpp>
#include <usagekit/measure/client.hpp>
#include <usagekit/measure/report.hpp>
#include <usagekit/meteroid/client.hpp>
#include <usagekit/meteroid/report.hpp>
#include <usagekit/report_analysis.hpp>
#include <usagekit/report_writers.hpp>
#include <usagekit/testing.hpp>
#include <usagekit/wiremock/client.hpp>
#include <usagekit/wiremock/report.hpp>

using usagekit::ErrorKind;

// Boost wants to know from a program without exceptions what happens in their place.
namespace boost {

void throw_exception(const std::exception& exception, const source_location&) {
    std::cerr << exception.what() << '\n';
    std::abort();
}

void throw_exception(const std::exception& exception) { throw_exception(exception, source_location()); }

}  // namespace boost

namespace {

int wrong(const char* what) {
    std::cerr << what << " did not give the error that it should\n";
    return 1;
}

}  // namespace

int main(int argc, char**) {
    const usagekit::wiremock::Client client{usagekit::ApiToken{"token"}, {.base_url = "http://elsewhere.invalid"}};
    auto result = client.my_usage().get();
    if (result || result.error().kind != ErrorKind::invalid_request) return wrong("get");
    if (argc > 1) return result.value().id.str().empty() ? 0 : 1;

    const auto later = client.my_usage().async().get();
    if (later || later.error().kind != ErrorKind::invalid_request) return wrong("async");

    std::promise<ErrorKind> told;
    client.my_usage().then([&](const auto& outcome) { told.set_value(outcome.error().kind); });
    if (told.get_future().get() != ErrorKind::invalid_request) return wrong("then");

    std::vector<usagekit::Call<usagekit::wiremock::Usage>> calls;
    calls.push_back(client.my_usage());
    for (const auto& one : usagekit::get_all(std::move(calls))) {
        if (one || one.error().kind != ErrorKind::invalid_request) return wrong("get_all");
    }
    return 0;
}
