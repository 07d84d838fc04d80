#pragma once

#include <string_view>

#include "decode/members.hpp"

/// Decoding with nlohmann-json: parse, then convert into the library's models. Throws when a required member is not
/// there.
namespace with_nlohmann {

void decode(std::string_view text, usagekit::wiremock::Usage& out);
void decode(std::string_view text, usagekit::billing::Usage& out);
void decode(std::string_view text, usagekit::meteroid::Usage& out);
void decode(std::string_view text, usagekit::measure::Usage& out);

}  // namespace with_nlohmann
