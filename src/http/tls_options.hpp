#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include <curl/curl.h>

#include <usagekit/error.hpp>
#include <usagekit/tls.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// `invalid_request`, naming option and file, for options that contradict each other and for files that cannot be used.
/// No content of a file and no password is in it.
[[nodiscard]] std::optional<Error> refuse_tls_options(const TlsOptions& options);

/// One option of a libcurl handle: a number, a text (null to unset it) or the bytes of a blob. Texts and bytes are
/// borrowed from the `TlsOptions`; libcurl copies them.
struct TlsSetting {
    CURLoption option;
    std::variant<long, const char*, std::string_view> value;
};

/// What makes a handle keep the options, for the host and for a proxy that is spoken TLS with. libcurl may have been
/// built with a file and a directory of authorities; whatever of them the user did not replace is unset as soon as
/// anything is given.
[[nodiscard]] std::vector<TlsSetting> tls_settings(const TlsOptions& options);

/// Are no authorities given, so that those of the system are trusted?
[[nodiscard]] bool trusts_system(const TlsOptions& options) noexcept;

/// Sets them on a handle.
void apply(const TlsOptions& options, CURL* handle);

}  // namespace USAGEKIT_NAMESPACE::http
