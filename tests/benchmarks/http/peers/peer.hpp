#pragma once

#include <functional>

#include "place.hpp"
#include "service.hpp"

namespace bench {

/// One blocking call, result and all. It keeps its connection for the next.
using Send = std::function<void()>;

/// libcurl with one handle that nothing is set of between calls, and a decoder.
[[nodiscard]] Send curl_call(const Place& place, const Service& service, Decode decode);

/// cpp-httplib with one client that keeps its connection.
[[nodiscard]] Send httplib_call(const Place& place, const Service& service, Decode decode);

/// Boost.Beast, synchronous, with one connection: no time limits, no redirects, no decompression.
[[nodiscard]] Send beast_call(const Place& place, const Service& service, Decode decode);

/// cpprestsdk with one client; `get()` of its task.
[[nodiscard]] Send cpprest_call(const Place& place, const Service& service, Decode decode);

}  // namespace bench
