#include "tls_authority.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace {

/// What each kind of certificate says besides its name.
constexpr std::string_view config = R"(
[req]
distinguished_name = any
[any]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[this_machine]
subjectAltName = DNS:localhost, IP:127.0.0.1
[elsewhere]
subjectAltName = DNS:elsewhere.invalid
[somebody]
extendedKeyUsage = clientAuth
[ca]
default_ca = signer
[signer]
database = issued
new_certs_dir = .
default_md = sha256
policy = any_name
rand_serial = yes
[any_name]
commonName = supplied
)";

const std::string key_pair = " -config config -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
const std::string signed_by_authority = " -CA authority.pem -CAkey authority.key";

/// Where a certificate and its key are written.
std::string into(const std::string& name) { return " -subj /CN=" + name + " -keyout " + name + ".key -out " + name; }

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TlsAuthority::TlsAuthority() {
    folder_.write("config", config);
    const auto own_name = folder_.path().filename().string();  // two authorities of one name would be mixed up
    openssl("req -x509 -days 2 -extensions authority" + key_pair + " -subj /CN=" + own_name
            + " -keyout authority.key -out authority.pem");
    const auto issue = " -days 2" + key_pair + signed_by_authority;
    openssl("req -x509 -extensions this_machine" + issue + into("server") + ".pem");
    openssl("req -x509 -extensions elsewhere" + issue + into("elsewhere") + ".pem");
    openssl("req -x509 -extensions somebody" + issue + into("client") + ".pem");
    openssl("req -x509 -days 2 -extensions this_machine" + key_pair + into("self_signed") + ".pem");

    openssl("req -new" + key_pair + into("expired") + ".csr");  // only `ca` can go back in time
    folder_.write("issued", "");
    openssl(
        "ca -batch -notext -config config -extensions this_machine -startdate 20200101000000Z -enddate 20200102000000Z"
        " -cert authority.pem -keyfile authority.key -in expired.csr -out expired.pem");

    const auto locked = " -passout pass:" + std::string(password);
    openssl("pkey -in client.key -aes256 -out locked_client.key" + locked);
    openssl("pkcs12 -export -in server.pem -inkey server.key -name server -out server.p12" + locked);

    folder_.write("authorities/authority.pem", ca_pem());
    openssl("rehash authorities");
}

std::string TlsAuthority::ca_pem() const { return content(ca_file()); }

Identity TlsAuthority::locked_client() const {
    return {.certificate_file = client().certificate_file, .key_file = folder_.path_of("locked_client.key")};
}

Identity TlsAuthority::identity(const std::string& name) const {
    return {.certificate_file = folder_.path_of(name + ".pem"), .key_file = folder_.path_of(name + ".key")};
}

void TlsAuthority::openssl(const std::string& arguments) const {
    const auto command = "cd '" + folder_.path().string() + "' && openssl " + arguments + " >log 2>&1 </dev/null";
    if (std::system(command.c_str()) == 0) return;
    throw std::runtime_error("openssl " + arguments + " failed: " + content(folder_.path_of("log")));
}

const TlsAuthority& tls_authority() {
    static const TlsAuthority authority;
    return authority;
}
