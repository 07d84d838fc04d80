#include "http/tls_options.hpp"

#include <array>
#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>
#include <unistd.h>

#include "core/refusal.hpp"
#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::http {

namespace {

namespace fs = std::filesystem;

struct NamedPath {
    std::string_view option;
    const std::string& path;
    fs::file_type type;
};

/// Why the path cannot be used, or an empty text.
std::string complaint(const NamedPath& named) {
    if (named.path.find('\0') != std::string::npos) return "holds a NUL";
    std::error_code failure;
    const auto type = fs::status(named.path, failure).type();
    if (type == fs::file_type::not_found) return "is not there";
    if (type == fs::file_type::none) return concat("cannot be read: ", failure.message());
    if (type != named.type) return named.type == fs::file_type::directory ? "is not a directory" : "is not a file";
    const int wanted = named.type == fs::file_type::directory ? R_OK | X_OK : R_OK;
    if (access(named.path.c_str(), wanted) == 0) return {};
    return concat("cannot be read: ", std::generic_category().message(errno));
}

std::optional<Error> refuse_path(const NamedPath& named) {
    constexpr std::size_t longest = 4096;
    if (named.path.empty()) return std::nullopt;
    const auto why = complaint(named);
    if (why.empty()) return std::nullopt;
    const bool is_directory = named.type == fs::file_type::directory;
    return refusal(concat(named.option, ": ", in_quotes(named.path, longest), " ", why),
                   is_directory
                       ? "give a directory of PEM files that `openssl rehash` has named, readable to this process"
                       : "give the path of a PEM file that this process can read");
}

std::optional<Error> refuse_combination(const TlsOptions& options) {
    if (!options.ca_file.empty() && !options.ca_pem.empty()) {
        return refusal("TlsOptions::ca_file and TlsOptions::ca_pem are both given",
                       "give one of them; TlsOptions::ca_directory may stand beside it");
    }
    if (!options.ca_pem.empty() && options.ca_pem.find("-----BEGIN CERTIFICATE-----") == std::string::npos) {
        return refusal("TlsOptions::ca_pem holds no certificate",
                       "give the text of a PEM file, with its line `-----BEGIN CERTIFICATE-----`");
    }
    if (options.certificate_file.empty() && !options.key_file.empty()) {
        return refusal("TlsOptions::key_file is given without a certificate", "set TlsOptions::certificate_file too");
    }
    if (options.certificate_file.empty() && !options.key_password.empty()) {
        return refusal("TlsOptions::key_password is given without a certificate",
                       "set TlsOptions::certificate_file too");
    }
    if (options.key_password.reveal().find('\0') != std::string::npos) {
        return refusal("TlsOptions::key_password holds a NUL", "give the password as it was typed");
    }
    return std::nullopt;
}

/// The name of the same option for the host and for the proxy.
struct Twins {
    CURLoption host;
    CURLoption proxy;
};

constexpr Twins verify_peer{CURLOPT_SSL_VERIFYPEER, CURLOPT_PROXY_SSL_VERIFYPEER};
constexpr Twins verify_host{CURLOPT_SSL_VERIFYHOST, CURLOPT_PROXY_SSL_VERIFYHOST};
constexpr Twins version{CURLOPT_SSLVERSION, CURLOPT_PROXY_SSLVERSION};
constexpr Twins file{CURLOPT_CAINFO, CURLOPT_PROXY_CAINFO};
constexpr Twins directory{CURLOPT_CAPATH, CURLOPT_PROXY_CAPATH};
constexpr Twins text{CURLOPT_CAINFO_BLOB, CURLOPT_PROXY_CAINFO_BLOB};

template <class Value>
void add(std::vector<TlsSetting>& settings, const Twins& option, Value value) {
    settings.push_back({option.host, value});
    settings.push_back({option.proxy, value});
}

constexpr long seconds_between_readings = 60;

const char* text_or_null(const std::string& option) { return option.empty() ? nullptr : option.c_str(); }

void add_authorities(std::vector<TlsSetting>& settings, const TlsOptions& options) {
    if (trusts_system(options)) return;
    add(settings, file, text_or_null(options.ca_file));
    add(settings, directory, text_or_null(options.ca_directory));
    if (!options.ca_pem.empty()) add(settings, text, std::string_view(options.ca_pem));
    // libcurl keeps what it read from a file, where that is all
    if (!options.ca_file.empty()) settings.push_back({CURLOPT_CA_CACHE_TIMEOUT, seconds_between_readings});
}

void add_own_certificate(std::vector<TlsSetting>& settings, const TlsOptions& options) {
    if (options.certificate_file.empty()) return;
    settings.push_back({CURLOPT_SSLCERT, options.certificate_file.c_str()});
    settings.push_back({CURLOPT_SSLKEY, text_or_null(options.key_file)});
    // an empty password too: without any, OpenSSL asks for it on the terminal, and waits
    settings.push_back({CURLOPT_KEYPASSWD, options.key_password.reveal().c_str()});
}

}  // namespace

std::optional<Error> refuse_tls_options(const TlsOptions& options) {
    if (auto refused = refuse_combination(options)) return refused;
    const std::array paths = {
        NamedPath{"TlsOptions::ca_file", options.ca_file, fs::file_type::regular},
        NamedPath{"TlsOptions::ca_directory", options.ca_directory, fs::file_type::directory},
        NamedPath{"TlsOptions::certificate_file", options.certificate_file, fs::file_type::regular},
        NamedPath{"TlsOptions::key_file", options.key_file, fs::file_type::regular},
    };
    for (const auto& named : paths) {
        if (auto refused = refuse_path(named)) return refused;
    }
    return std::nullopt;
}

std::vector<TlsSetting> tls_settings(const TlsOptions& options) {
    std::vector<TlsSetting> settings;
    add(settings, verify_peer, 1L);
    add(settings, verify_host, 2L);
    const long oldest = options.minimum_version == TlsVersion::v1_3 ? CURL_SSLVERSION_TLSv1_3 : CURL_SSLVERSION_TLSv1_2;
    add(settings, version, oldest);
    add_authorities(settings, options);
    add_own_certificate(settings, options);
    return settings;
}

bool trusts_system(const TlsOptions& options) noexcept {
    return options.ca_file.empty() && options.ca_directory.empty() && options.ca_pem.empty();
}

void apply(const TlsOptions& options, CURL* handle) {
    for (const auto& [option, value] : tls_settings(options)) {
        if (const auto* number = std::get_if<long>(&value)) {
            curl_easy_setopt(handle, option, *number);
        } else if (const auto* words = std::get_if<const char*>(&value)) {
            curl_easy_setopt(handle, option, *words);
        } else {
            const auto bytes = std::get<std::string_view>(value);
            const curl_blob blob{const_cast<char*>(bytes.data()), bytes.size(), CURL_BLOB_COPY};
            curl_easy_setopt(handle, option, &blob);
        }
    }
}

}  // namespace USAGEKIT_NAMESPACE::http
