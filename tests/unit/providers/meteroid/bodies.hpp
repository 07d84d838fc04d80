#pragma once

#include <string>

namespace bodies {

/// The contract's example.
inline const std::string meteroid_usage =
    R"({"period_start":"2024-01-01","period_end":"2024-02-01","usage":[{"metric_id":"bm_7n42DGM5Tflk9n8mt7Fhc7",)"
    R"("metric_name":"Tokens","metric_code":"tokens","total_value":"1234567.890123456789","grouped_usage":[)"
    R"({"value":"1000000","dimensions":{"model":"large","region":"eu"}},)"
    R"({"value":"234567.890123456789","dimensions":{"model":"small","region":"us"}}]}]})";

}  // namespace bodies
