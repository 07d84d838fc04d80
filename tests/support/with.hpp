#pragma once

#include <string>
#include <string_view>

/// A copy with one piece of text replaced, which must be there.
inline std::string with(std::string text, std::string_view what, std::string_view by) {
    return text.replace(text.find(what), what.size(), by);  // out_of_range when it is not
}
