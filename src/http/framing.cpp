#include "http/framing.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::http {

namespace {

[[gnu::cold]] Error contradiction(std::string message) {
    return {.kind = ErrorKind::protocol,
            .message = std::move(message),
            .advice = "check that the base URL is that of the service; what answers there frames its answers wrongly"};
}

/// Calls `take` with each element of all fields of that name (RFC 9110 section 5.6.1), also with the empty ones.
template <class Take>
void for_each_element(const Headers& headers, std::string_view name, const Take& take) {
    for (const auto& field : headers) {
        if (!equal_ignoring_case(field.name, name)) continue;
        std::string_view rest = field.value;
        for (auto comma = rest.find(','); comma != rest.npos; comma = rest.find(',')) {
            take(trimmed(rest.substr(0, comma)));
            rest.remove_prefix(comma + 1);
        }
        take(trimmed(rest));
    }
}

std::vector<std::string_view> elements(const Headers& headers, std::string_view name) {
    std::vector<std::string_view> list;
    for_each_element(headers, name, [&](std::string_view element) { list.push_back(element); });
    return list;
}

std::string joined(const std::vector<std::string_view>& list) {
    std::string text;
    for (const auto element : list) text.append(text.empty() ? "" : ", ").append(element);
    return text;
}

std::optional<std::size_t> length_of(std::string_view text) {
    std::int64_t length = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, length);
    if (text.empty() || !is_digit(text.front()) || error != std::errc() || stop != end) return std::nullopt;
    return static_cast<std::size_t>(length);
}

}  // namespace

Result<Framing> framing(const Headers& headers) {
    Framing framing;
    std::optional<std::string_view> no_length;
    bool differs = false;
    for_each_element(headers, "Content-Length", [&](std::string_view element) {
        const auto length = length_of(element);
        if (!length) no_length = no_length.value_or(element);
        differs = differs || (framing.length && framing.length != length);
        framing.length = length;
    });
    if (no_length) return contradiction(concat("the answer announces a body of ", in_quotes(*no_length), " bytes"));
    if (differs) return contradiction("the answer announces several lengths of its body");
    const auto codings = elements(headers, "Transfer-Encoding");
    if (codings.empty()) return framing;
    if (codings.size() > 1 || !equal_ignoring_case(codings.front(), "chunked")) {
        return contradiction(concat("the answer has the transfer coding ", in_quotes(joined(codings))));
    }
    return Framing{.is_chunked = true};  // which counts more than a length (RFC 9112 section 6.3)
}

Result<Encoding> encoding(const Headers& headers) {
    auto codings = elements(headers, "Content-Encoding");
    const auto changes_nothing = [](auto name) { return name.empty() || equal_ignoring_case(name, "identity"); };
    codings.erase(std::remove_if(codings.begin(), codings.end(), changes_nothing), codings.end());
    if (codings.empty()) return Encoding::identity;
    const bool is_gzip = equal_ignoring_case(codings.front(), "gzip") || equal_ignoring_case(codings.front(), "x-gzip");
    if (codings.size() == 1 && is_gzip) return Encoding::gzip;
    return Error{.kind = ErrorKind::protocol,
                 .message = concat("the answer has the content encoding ", in_quotes(joined(codings))),
                 .advice = "only gzip was asked for; check the service, and the proxies on the way"};
}

std::optional<int> status_of(std::string_view line) {
    static constexpr std::array<std::string_view, 4> versions = {"HTTP/1.1 ", "HTTP/1.0 ", "HTTP/2 ", "HTTP/3 "};
    const auto is_start = [&](auto version) { return line.starts_with(version); };
    const auto* const version = std::find_if(versions.begin(), versions.end(), is_start);
    if (version == versions.end()) return std::nullopt;
    const auto rest = line.substr(version->size());
    const auto code = rest.substr(0, 3);
    const bool ends_there = rest.size() > 3 && !is_letter_or_digit(rest[3]);
    if (!ends_there || code.front() == '0' || !std::all_of(code.begin(), code.end(), is_digit)) return std::nullopt;
    return (code[0] - '0') * 100 + (code[1] - '0') * 10 + (code[2] - '0');
}

}  // namespace USAGEKIT_NAMESPACE::http
