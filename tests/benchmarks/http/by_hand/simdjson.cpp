#include "by_hand/simdjson.hpp"

namespace by_hand::with_simdjson {

ondemand::parser& parser() {
    thread_local ondemand::parser one;
    return one;
}

bool read_number(ondemand::value& value, std::string& out) {
    std::string_view token = value.raw_json_token();
    const auto end = token.find_first_not_of("+-.0123456789eE");
    double checked = 0;
    if (value.get_double().get(checked)) return false;
    out = token.substr(0, end);
    return true;
}

bool read_json(ondemand::value& value, std::string& out) {
    std::string_view text;
    if (simdjson::to_json_string(value).get(text)) return false;
    out = text;
    return true;
}

}  // namespace by_hand::with_simdjson
