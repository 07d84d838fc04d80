#pragma once

namespace bench {

/// Registers the benchmarks `call/<place>/<service>/<peer>`.
void add_calls();

}  // namespace bench
