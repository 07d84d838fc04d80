#pragma once

#include <string>

/// Decoders for the peers of usagekit. All take any order of members, refuse an answer that lacks one, and throw the
/// result away. A text must have room for simdjson's padding behind its end.
namespace by_hand {

using Decode = bool (*)(std::string& body);

/// With simdjson's On-Demand, as fast as is reasonable to write.
namespace with_simdjson {

bool wiremock_usage(std::string& body);
bool billing_usage(std::string& body);
bool meteroid_usage(std::string& body);
bool measure_usage(std::string& body);

}  // namespace with_simdjson

/// With nlohmann-json, as its documentation shows.
namespace with_nlohmann {

bool wiremock_usage(std::string& body);
bool billing_usage(std::string& body);
bool meteroid_usage(std::string& body);
bool measure_usage(std::string& body);

}  // namespace with_nlohmann

}  // namespace by_hand
