#pragma once

namespace bench {

/// Registers the benchmarks `cold/<place>/<peer>`: 64 calls over TLS by somebody who has no connection yet.
void add_cold_batches();

}  // namespace bench
