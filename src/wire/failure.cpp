#include "wire/failure.hpp"

#include <algorithm>
#include <utility>

#include "core/text.hpp"
#include "wire/codec.hpp"

namespace USAGEKIT_NAMESPACE::wire {

namespace {

constexpr std::size_t longest_name = 64;

}  // namespace

bool is_plain_in_path(char c) { return is_letter_or_digit(c) || c == '_' || c == '-'; }

std::string path_segment(std::string_view name) {
    const bool is_plain = !name.empty() && std::all_of(name.begin(), name.end(), is_plain_in_path);
    if (name.size() > longest_name) return concat("[a name of ", std::to_string(name.size()), " bytes]");
    return is_plain ? concat(".", name) : concat("['", printable(name), "']");
}

std::string path_segment(std::size_t index) { return concat("[", std::to_string(index), "]"); }

bool Failure::fail(std::string message, std::string_view advice) {
    message_ = std::move(message);
    path_.clear();
    advice_ = advice;
    return false;
}

bool Failure::malformed(std::string_view why) {
    return fail(concat("not valid JSON: ", why), "check that the base URL is that of the service's API");
}

bool Failure::expected(std::string_view expected, std::string_view found) {
    return fail(concat("expected ", expected, ", found ", found), "the answer differs from the documented contract");
}

bool Failure::missing(std::string_view name) {
    fail("a required member is missing", "the answer differs from the documented contract");
    return below(path_segment(name));
}

bool Failure::unknown(std::string_view name) {
    fail("an unknown member", "use Strictness::lenient to skip what this version of the library does not know");
    return below(path_segment(name));
}

bool Failure::too_deep(std::size_t limit) {
    return fail(concat("nested deeper than ", std::to_string(limit), " levels (ClientOptions::json_depth)"),
                limit < deepest ? "raise ClientOptions::json_depth if the service means it"
                                : "no deeper JSON is read; report it to the provider");
}

bool Failure::below(std::string_view segment) {
    path_.insert(0, segment);
    return false;
}

Error Failure::take() {
    return {.kind = ErrorKind::decode,
            .message = std::move(message_),
            .advice = std::string(advice_),
            .json_path = concat("$", path_)};
}

}  // namespace USAGEKIT_NAMESPACE::wire
