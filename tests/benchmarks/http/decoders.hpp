#pragma once

#include <string>

namespace bench {

/// Decodes a body, which has room for simdjson's padding behind its end, and throws the result away. False when it
/// cannot.
using Decode = bool (*)(std::string& body);

/// A decoder of Model written by hand with simdjson, with one parser for all bodies of a thread.
template <class Model>
bool decode_by_simdjson(std::string& body);

/// A decoder of Model with nlohmann-json.
template <class Model>
bool decode_by_nlohmann(std::string& body);

}  // namespace bench
