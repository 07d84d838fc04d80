#pragma once

#include <unistd.h>

namespace tool {

/// An open file, closed when this goes.
class FileDescriptor {
public:
    /// Takes what `open` gave, also when that is -1.
    explicit FileDescriptor(int descriptor) noexcept : descriptor_(descriptor) {}
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    ~FileDescriptor() {
        if (*this) close(descriptor_);
    }

    /// Is there an open file?
    explicit operator bool() const noexcept { return descriptor_ >= 0; }
    [[nodiscard]] int get() const noexcept { return descriptor_; }

private:
    int descriptor_;
};

}  // namespace tool
