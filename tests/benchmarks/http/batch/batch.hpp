#pragma once

#include <cstdint>
#include <functional>

#include "place.hpp"
#include "service.hpp"

namespace bench {

/// Makes so many calls, of which so many as were said when it was made are under way at any time. Connections stay for
/// the next batch.
using Batch = std::function<void(std::int64_t calls)>;

/// libcurl's multi interface with curl_multi_poll, one handle for each call under way.
[[nodiscard]] Batch curl_multi_batch(const Place& place, const Service& service, int in_flight, Decode decode);

/// libcurl's multi interface with curl_multi_socket_action and epoll, as libcurl's documentation shows it.
[[nodiscard]] Batch curl_epoll_batch(const Place& place, const Service& service, int in_flight, Decode decode);

/// One thread and one handle for each call under way.
[[nodiscard]] Batch curl_threads_batch(const Place& place, const Service& service, int in_flight, Decode decode);

/// Boost.Beast with one coroutine and one connection for each call under way, on one thread; plain HTTP only. Empty
/// where the compiler has no coroutines for it.
[[nodiscard]] Batch beast_coroutines_batch(const Place& place, const Service& service, int in_flight, Decode decode);

/// usagekit's `get_all` of WireMock's small body.
[[nodiscard]] Batch usagekit_batch(const Place& place, int in_flight);

/// usagekit's `then`, where each handler starts the next call.
[[nodiscard]] Batch usagekit_futures_batch(const Place& place, int in_flight);
[[nodiscard]] Batch usagekit_async_batch(const Place& place, int in_flight);

}  // namespace bench
