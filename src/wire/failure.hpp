#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <usagekit/error.hpp>

namespace USAGEKIT_NAMESPACE::wire {

/// Why a document could not be decoded. The reason comes first and the path from the inside out, so that success pays
/// nothing. Every member returns false: `return fits || failure.wrong_type(...)`.
class Failure {
public:
    /// The text is not JSON.
    bool malformed(std::string_view why);
    /// A value of another type, or one whose content is not what `expected` says.
    bool expected(std::string_view expected, std::string_view found);
    /// A member that must be there is not.
    bool missing(std::string_view name);
    /// A member that the model does not have, which strictness refuses.
    bool unknown(std::string_view name);

    /// An array or object that is nested deeper than `ClientOptions::json_depth`.
    bool too_deep(std::size_t limit);

    /// Prepends the segment of a member or an item to the path.
    bool below(std::string_view segment);

    /// A `decode` error with the whole path.
    [[nodiscard]] Error take();

private:
    bool fail(std::string message, std::string_view advice);

    // not an Error, which is large, and made for every decode
    std::string message_{};
    std::string path_{};
    std::string_view advice_{};
};

/// Whether a name of such characters alone is written without brackets in a JSON path.
[[nodiscard]] bool is_plain_in_path(char c);

/// `.name`, or `['any other name']`: the segment of a JSON path (RFC 9535). Of a long name, which may be a
/// secret that a cut would hide from masking, only its length.
[[nodiscard]] std::string path_segment(std::string_view name);

/// `[7]`.
[[nodiscard]] std::string path_segment(std::size_t index);

}  // namespace USAGEKIT_NAMESPACE::wire
