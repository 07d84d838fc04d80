#include "place.hpp"

#include <cstdlib>
#include <utility>

#include "give_up.hpp"

namespace bench {

namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr) give_up(std::string(name).append(" is not set: tests/benchmarks/server/start prints it"));
    return value;
}

}  // namespace

Place Place::slow() const {
    auto place = *this;
    place.name.append("_10ms");
    place.base_url.append("/slow");
    return place;
}

usagekit::http::TlsOptions Place::tls() const {
    // set when the bundle stands in the place of the system's own, which is read by default
    if (std::getenv("BENCH_BUNDLE_IS_SYSTEM") != nullptr) return {};
    return {.ca_file = bundle};
}

Place plain() { return {.name = "plain", .base_url = variable("BENCH_PLAIN")}; }

Place tls() { return {.name = "tls", .base_url = variable("BENCH_TLS"), .bundle = variable("BENCH_BUNDLE")}; }

Place h2() { return {.name = "h2", .base_url = variable("BENCH_H2"), .bundle = variable("BENCH_BUNDLE")}; }

}  // namespace bench
