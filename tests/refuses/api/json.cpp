// MISTAKE from_int to_double: no matching function for call to '?(from|to)_json
// MISTAKE array_printed: (no match for 'operator<<'|invalid operands to binary expression)
#include <array>
#include <cstdint>
#include <iostream>

#include <usagekit/wiremock/models.hpp>

#if defined(MISTAKE_from_int)
const auto count = usagekit::from_json<int>("1");
#elif defined(MISTAKE_to_double)
const auto text = usagekit::to_json(1.5);
#elif defined(MISTAKE_array_printed)
void print(const std::array<usagekit::wiremock::Usage, 2>& usage) { std::cout << usage; }
#else
const auto count = usagekit::from_json<std::int64_t>("1");
const auto text = usagekit::to_json(std::int64_t{1});
void print(const usagekit::wiremock::Usage& usage) { std::cout << usage; }
#endif
