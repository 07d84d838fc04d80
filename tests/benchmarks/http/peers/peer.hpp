#pragma once

#include <functional>

#include "place.hpp"
#include "service.hpp"

namespace bench {

/// One blocking call, result and all. It keeps its connection for the next.
using Send = std::function<void()>;

/// libcurl with one handle that nothing is set of between calls, and a decoder.
[[nodiscard]] Send curl_call(const Place& place, const Service& service, by_hand::Decode decode);

}  // namespace bench
