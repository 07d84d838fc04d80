#pragma once

namespace bench {

/// Registers the benchmarks `batch/<place>/<in flight>/<peer>`. Who is named `_raw` throws the bodies away; the others
/// have typed results.
void add_batches();

}  // namespace bench
