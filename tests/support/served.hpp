#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <simdjson.h>

/// The JSON without the blanks between its tokens; numbers and texts stay as they are.
inline std::string minified(const std::string& json) {
    std::string compact(json.size() + simdjson::SIMDJSON_PADDING, '\0');
    std::size_t size = 0;
    if (simdjson::minify(json.data(), json.size(), compact.data(), size)) throw std::runtime_error("not JSON: " + json);
    compact.resize(size);
    return compact;
}

/// The JSON of a file that the provider's mock serves, minified.
inline std::string served(const std::string& file) {
    std::ifstream in(std::string(USAGEKIT_MOCK_SERVER) + "/" + USAGEKIT_PROVIDER + "/__files/" + file);
    if (!in) throw std::runtime_error("no such file: " + file);
    return minified({std::istreambuf_iterator<char>(in), {}});
}
