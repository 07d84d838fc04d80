// expects: this type cannot be a query parameter
#include <cstdint>

#include "wire/query.hpp"

namespace usagekit {

struct Window {
#ifndef MISTAKE
    std::int64_t limit = 0;
#else
    Secret limit{};
#endif
};

template <>
inline constexpr auto wire::fields<Window> = Table{
    field("limit", &Window::limit),
};

template std::string wire::to_query(const Window&);

}  // namespace usagekit
