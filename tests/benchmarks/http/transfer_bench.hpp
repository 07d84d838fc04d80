#pragma once

namespace bench {

/// Registers the benchmarks `transfer/<place>/5MB/<peer>`: a large body, fetched and not decoded, and
/// `growth/<kilobytes>/<peer>`: calls with bodies of growing size.
void add_transfers();

}  // namespace bench
