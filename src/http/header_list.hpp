#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <curl/curl.h>

#include <usagekit/http.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// Header fields as libcurl takes them. Its memory is used again for the next request, so it must not be asked for
/// while libcurl still has it.
class HeaderList {
public:
    /// The fields, the encoding that can be decoded here, and what keeps libcurl from adding fields of its own to a
    /// request with or without a body. The list is valid until the next call.
    [[nodiscard]] curl_slist* fill(const Headers& headers, bool has_body);

    /// Overwrites the fields, which hold the credential.
    void wipe() noexcept;

private:
    void add(std::string_view name, std::string_view separator, std::string_view value);
    void link();

    std::string text_{};  // all lines, each with a NUL behind it
    std::vector<std::size_t> starts_{};
    std::vector<curl_slist> nodes_{};
};

}  // namespace USAGEKIT_NAMESPACE::http
