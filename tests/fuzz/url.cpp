// A base URL, what a redirect (from the second line on) makes of it, and IDs that become segments of paths.
#include "http/url.hpp"

#include "call/target.hpp"
#include "core/percent.hpp"
#include "fuzz.hpp"

using namespace usagekit;

namespace {

void check_url(const http::Url& url) {
    const auto& text = url.str();
    fuzz::require(text.starts_with("http://") || text.starts_with("https://"), "only http and https are taken");
    fuzz::require(!url.host().empty(), "a URL has a host");
    fuzz::require(text.find_first_of(std::string("\0\r\n", 3)) == text.npos, "a URL is one line");
    fuzz::require(http::before_path(text).find('@') == text.npos, "a URL has no user information");
    const auto again = http::Url::parse(text);
    fuzz::require(again.has_value(), "a URL can be read as it is written");
    fuzz::require(again.assume_value().str() == text, "a URL is written in one way");
    fuzz::require(again.assume_value().origin() == url.origin(), "a URL has one origin");
}

void check_redirect(const http::Url& from, const std::string& reference) {
    const auto to = from.resolve(reference);
    if (!to) return fuzz::require(to.assume_error().kind == ErrorKind::redirect, "a target is refused as redirect");
    check_url(to.assume_value());
    fuzz::require(to.assume_value().str().find('#') == std::string::npos, "a target has no fragment");
}

void check_segment(const std::string& id) {
    const auto target = call::Target::get("/v1").segment("ID", std::string_view(id)).literal("/usage");
    const bool means_another = id.empty() || id == "." || id == "..";
    fuzz::require((target.refusal() != nullptr) == means_another, "an ID that is no segment is refused, and no other");
    if (means_another) return;
    const auto path = target.reference();
    const auto segment = path.substr(4, path.size() - 4 - 6);
    fuzz::require(segment.find_first_of("/?#") == std::string::npos, "an ID is one segment");
    fuzz::require(percent_decoded(segment) == id, "a segment says what the ID says");
    const auto url = http::Url::parse("http://127.0.0.1:1" + path);
    fuzz::require(url && url.assume_value().str() == "http://127.0.0.1:1" + path, "a path is sent as it is made");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text(data, size);
    const auto [base, reference] = fuzz::first_line_and_rest(text);
    if (const auto url = http::Url::parse(base)) {
        check_url(url.assume_value());
        check_redirect(url.assume_value(), reference);
    }
    check_segment(text);
    return 0;
}
