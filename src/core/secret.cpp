#include <ostream>
#include <utility>

#include <usagekit/secret.hpp>

namespace USAGEKIT_NAMESPACE {

namespace {

/// A plain fill of memory that is about to be freed is one the compiler may leave out; volatile writes it may not.
void wipe(std::string& text) noexcept {
    volatile char* bytes = text.data();
    for (std::size_t i = 0; i < text.size(); ++i) bytes[i] = 0;
    text.clear();
}

}  // namespace

Secret::Secret(std::string value) noexcept : value_(std::move(value)) {}

// A moved-from short string keeps its characters in place, so moving wipes what it leaves behind.
Secret::Secret(Secret&& other) noexcept { value_.swap(other.value_); }

Secret& Secret::operator=(const Secret& other) {
    if (this != &other) *this = Secret(other);
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this == &other) return *this;
    wipe(value_);
    value_.swap(other.value_);
    return *this;
}

Secret::~Secret() { wipe(value_); }

std::ostream& operator<<(std::ostream& out, const Secret&) { return out << "***"; }

}  // namespace USAGEKIT_NAMESPACE
