// MISTAKE from_int to_double: no matching function for call to '?(from|to)_json
#include <cstdint>

#include <usagekit/json.hpp>

#if defined(MISTAKE_from_int)
const auto count = usagekit::from_json<int>("1");
#elif defined(MISTAKE_to_double)
const auto text = usagekit::to_json(1.5);
#else
const auto count = usagekit::from_json<std::int64_t>("1");
const auto text = usagekit::to_json(std::int64_t{1});
#endif
