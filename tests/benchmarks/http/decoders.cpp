#include "decoders.hpp"

#include <benchmark/benchmark.h>

#include "decode/by_hand.hpp"
#include "decode/nlohmann.hpp"

namespace bench {

template <class Model>
bool decode_by_simdjson(std::string& body) {
    thread_local simdjson::ondemand::parser parser;
    Model model;
    const simdjson::padded_string_view text(body.data(), body.size(), body.capacity());
    const bool is_read = by_hand::decode(parser, text, model);
    benchmark::DoNotOptimize(model);
    return is_read;
}

template <class Model>
bool decode_by_nlohmann(std::string& body) {
    Model model;
    with_nlohmann::decode(body, model);
    benchmark::DoNotOptimize(model);
    return true;
}

template bool decode_by_simdjson<usagekit::wiremock::Usage>(std::string&);
template bool decode_by_simdjson<usagekit::measure::Usage>(std::string&);
template bool decode_by_simdjson<by_hand::BillingUsage>(std::string&);
template bool decode_by_simdjson<by_hand::MeteroidUsage>(std::string&);

template bool decode_by_nlohmann<usagekit::wiremock::Usage>(std::string&);
template bool decode_by_nlohmann<usagekit::measure::Usage>(std::string&);
template bool decode_by_nlohmann<usagekit::billing::Usage>(std::string&);
template bool decode_by_nlohmann<usagekit::meteroid::Usage>(std::string&);

}  // namespace bench
