#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// A text that grows up to a limit. It hardly takes more memory than the limit, also while it grows.
class BoundedText {
public:
    /// Begins empty. Of the size that is expected, memory is taken for no more than 8 MiB before the bytes come, and
    /// none beyond it.
    void start(std::size_t limit, std::size_t expected);

    /// Adds the bytes, or as many as fit: false when some do not.
    [[nodiscard]] bool append(std::string_view bytes);

    /// Drops the text and its memory.
    void clear() noexcept;

    /// The text; nothing is left here.
    [[nodiscard]] std::string take();

private:
    void make_room(std::size_t size);

    std::string text_{};
    std::size_t limit_ = 0;
    std::size_t expected_ = 0;
};

}  // namespace USAGEKIT_NAMESPACE::http
