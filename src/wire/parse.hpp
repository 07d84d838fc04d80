#pragma once

#include <cstdint>
#include <string>

#include "wire/decode.hpp"

namespace USAGEKIT_NAMESPACE::wire {

/// Reads the root of a document: any callable `bool(ondemand::value&)`, which must outlive this.
class ReadRoot {
public:
    template <class Read>
    explicit(false) ReadRoot(const Read& read)
        : read_(&read), call_([](const void* callable, ondemand::value& root) {
              return (*static_cast<const Read*>(callable))(root);
          }) {}

    bool operator()(ondemand::value& root) const { return call_(read_, root); }

private:
    const void* read_;
    bool (*call_)(const void* read, ondemand::value& root);
};

/// What the root of a document may be. A scalar is read as the one item of an array, since On-Demand has no scalar
/// values at the root, and asking a root that is an array or object for one is undefined.
enum class Root : std::uint8_t { scalar, any };

/// Parses a whole document, calls `read` with its root, and makes sure that nothing follows. The string is given the
/// padding that simdjson needs, its text does not change. When it gives false the reader's failure says why.
[[nodiscard]] bool parse(std::string& document, Root expected, Reader& reader, const ReadRoot& read);

}  // namespace USAGEKIT_NAMESPACE::wire
