#include "http/curl_handle.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <new>
#include <utility>
#include <variant>

#include "core/text.hpp"
#include "http/proxy_error.hpp"
#include "http/proxy_options.hpp"
#include "http/tls_error.hpp"
#include "http/url.hpp"

namespace USAGEKIT_NAMESPACE::http {

namespace {

/// Hands a piece to the receiver; anything but the size tells libcurl to stop. No exception may pass through C.
template <bool (Receiver::*take)(std::string_view)>
std::size_t hand_over(std::string_view bytes, Receiver& receiver) noexcept {
    try {
        return (receiver.*take)(bytes) ? bytes.size() : bytes.size() + 1;
    } catch (const std::bad_alloc&) {
        receiver.give_up();
        return bytes.size() + 1;
    }
}

long milliseconds(std::chrono::milliseconds time) {
    return static_cast<long>(std::clamp<std::chrono::milliseconds::rep>(time.count(), 1, 0x7FFFFFFF));
}

std::string_view without_scheme(std::string_view url) {
    const auto separator = url.find("://");
    return separator == url.npos ? url : url.substr(separator + 3);
}

/// What libcurl reads an answer of this size into. 16 kB is its default, and stays in the processor's cache; a larger
/// answer is read in fewer pieces, and one of some MB with 256 kB in two thirds of the time.
long buffer_size(std::size_t bytes) {
    constexpr std::size_t smallest = 16'384;
    constexpr std::size_t largest = 262'144;
    return static_cast<long>(std::bit_ceil(std::clamp(bytes, smallest, largest)));
}

/// Did the answer end too early, or in chunks that are none, rather than too late or by this library's own doing?
constexpr bool is_broken_off(CURLcode code) {
    return code == CURLE_PARTIAL_FILE || code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR || code == CURLE_HTTP2
           || code == CURLE_HTTP2_STREAM;
}

/// Does it happen when a TLS connection is written to that the peer has closed? Not where OpenSSL leaves the writing to
/// libcurl, which asks the system for none (MSG_NOSIGNAL).
bool tls_raises_sigpipe() noexcept {
    const auto* const libcurl = curl_version_info(CURLVERSION_NOW);
    const bool is_openssl =
        libcurl->ssl_version != nullptr && std::string_view(libcurl->ssl_version).starts_with("OpenSSL/");
    return !is_openssl || libcurl->version_num < 0x075800;
}

/// Is it said only behind the whole body that bytes follow its end? Older versions say it before they give its last
/// part.
bool libcurl_speaks_of_excess_at_the_end() noexcept {
    return curl_version_info(CURLVERSION_NOW)->version_num >= 0x080000;
}

bool is_plain_get(const Request& request) { return request.method == "GET" && request.body.empty(); }

/// Idempotent by its method (RFC 9110 section 9.2.2) or by its key.
bool may_be_repeated(const Request& request) {
    static constexpr std::array methods = {"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"};
    const bool is_idempotent = std::find(methods.begin(), methods.end(), request.method) != methods.end();
    return is_idempotent || request.headers.find("Idempotency-Key").has_value();
}

}  // namespace

std::size_t CurlHandle::take_header(char* bytes, std::size_t, std::size_t size, void* handle) noexcept {
    auto& self = *static_cast<CurlHandle*>(handle);
    const auto taken = hand_over<&Receiver::take_header>({bytes, size}, self.receiver_);
    if (!self.receiver_.awaits_headers()) self.set_log(true);  // from here on it may be said that bytes are left
    return taken;
}

std::size_t CurlHandle::take_body(char* bytes, std::size_t, std::size_t size, void* handle) noexcept {
    auto& self = *static_cast<CurlHandle*>(handle);
    const auto taken = hand_over<&Receiver::take_body>({bytes, size}, self.receiver_);
    const bool has_heard_all = self.receiver_.has_all() && !self.speaks_of_excess_at_the_end_;
    if (has_heard_all) self.set_log(self.may_ask_proxy_);
    return taken;
}

int CurlHandle::notice(CURL*, curl_infotype type, char* text, std::size_t size, void* handle) noexcept {
    if (type != CURLINFO_TEXT && type != CURLINFO_HEADER_OUT) return 0;
    const std::string_view line(text, size);
    auto& self = *static_cast<CurlHandle*>(handle);
    const bool is_excess = line.starts_with("Excess found") || line.starts_with("Leftovers after chunking");
    if (type == CURLINFO_TEXT && is_excess) {
        self.receiver_.note_excess();
        if (self.forbids_reuse_.changes_to(true)) {  // what is still to come there would be taken for the next answer
            self.set(CURLOPT_FORBID_REUSE, 1L);
        }
    }
    if (type == CURLINFO_HEADER_OUT) {  // RFC 9112 section 3.2.2
        self.has_asked_proxy_ |= line.substr(0, line.find("\r\n")).find(" http://") != line.npos;
    }
    return 0;
}

// NOLINTNEXTLINE(readability-non-const-parameter): as libcurl declares it
int CurlHandle::look_at_connection(void* handle, char* address, char*, int remote_port, int local_port) noexcept {
    auto& self = *static_cast<CurlHandle*>(handle);
    self.connection_ = {local_port, address, remote_port};
    const auto found = self.sockets_.take(self.connection_);
    self.found_bytes_waiting_ = found == IdleSockets::Found::unfit;
    // when it turns out to be dead, libcurl sends the request again by itself: not on one that may be dead as well
    if (found == IdleSockets::Found::fit && self.is_fresh_.changes_to(true)) self.set(CURLOPT_FRESH_CONNECT, 1L);
    return self.found_bytes_waiting_ ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

CurlHandle::CurlHandle(Basis basis, IdleSockets& sockets)
    : basis_(std::move(basis)),
      sockets_(sockets),
      handle_(curl_easy_init()),
      speaks_of_excess_at_the_end_(libcurl_speaks_of_excess_at_the_end()) {
    if (!handle_) throw std::bad_alloc();
    set_what_stays();
}

template <class Value>
void CurlHandle::set(CURLoption option, Value value) {
    curl_easy_setopt(handle_.get(), option, value);
}

void CurlHandle::set_what_stays() {
    set(CURLOPT_ERRORBUFFER, error_text_.data());
    set(CURLOPT_HEADERFUNCTION, &take_header);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &take_body);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_PREREQFUNCTION, &look_at_connection);
    set(CURLOPT_PREREQDATA, this);
    sockets_.watch(handle_.get());
    set(CURLOPT_NOSIGNAL, 1L);    // signals and threads do not go together
    set(CURLOPT_QUICK_EXIT, 1L);  // a blocked resolver must not outlive the time limit
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PATH_AS_IS, 1L);  // what is judged above must be what is sent
    set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_HTTP_CONTENT_DECODING, 0L);  // libcurl takes gzip that is cut short as whole
    set(CURLOPT_DEBUGFUNCTION, &notice);
    set(CURLOPT_DEBUGDATA, this);
    set(CURLOPT_HTTP09_ALLOWED, 1L);  // the receiver refuses it, after a look at what it is
    basis_->apply(handle_.get());
}

std::optional<Error> CurlHandle::set_target(const std::string& url) {
    if (!is_at(url, authority_)) {
        if (auto refused = set_authority(before_path(url))) return refused;
    }
    if (url_.changes_to(url)) set_url(url);
    return std::nullopt;
}

std::optional<Error> CurlHandle::set_authority(std::string_view authority) {
    const auto parsed = Url::parse(authority);
    if (!parsed) return parsed.assume_error();
    const bool is_https = parsed.assume_value().is_https();
    const bool is_loopback = parsed.assume_value().is_loopback();
    // the way to another host may lead through a proxy that speaks TLS
    may_raise_sigpipe_ = may_raise_sigpipe_ || (tls_raises_sigpipe() && (is_https || !is_loopback));
    may_ask_proxy_ = !is_loopback && !std::holds_alternative<NoProxy>(basis_->options.proxy);
    apply_way(basis_->options.proxy, is_loopback, handle_.get());
    set(CURLOPT_PIPEWAIT, is_https ? 1L : 0L);  // with HTTP/2, many share a connection rather than open one each
    authority_ = authority;
    return std::nullopt;
}

void CurlHandle::set_url(const std::string& url) {
    set(CURLOPT_URL, url.c_str());  // what libcurl sends a request to again when a connection turns out to be dead
    // it is parsed once: libcurl would parse it for each exchange, and put it together again
    std::unique_ptr<CURLU, Cleanup> parsed(curl_url());
    constexpr unsigned how = CURLU_PATH_AS_IS | CURLU_DISALLOW_USER;
    if (parsed && curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), how) != CURLUE_OK) parsed.reset();
    set(CURLOPT_CURLU, parsed.get());  // null leaves it to libcurl to say what is wrong
    parsed_url_ = std::move(parsed);
}

void CurlHandle::set_method(const Request& request) {
    const bool is_plain = is_plain_get(request);
    if (!is_plain_get_.changes_to(is_plain) && is_plain) return;
    set(CURLOPT_CUSTOMREQUEST, static_cast<const char*>(nullptr));
    set(CURLOPT_NOBODY, 0L);
    if (is_plain) return set(CURLOPT_HTTPGET, 1L);
    if (request.method == "HEAD") return set(CURLOPT_NOBODY, 1L);
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(CURLOPT_POSTFIELDS, request.body.data());
    set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
}

void CurlHandle::set_limits(const Request& request) {
    const auto connect_timeout = std::min(request.connect_timeout, request.timeout);
    if (connect_timeout_.changes_to(connect_timeout)) set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(connect_timeout));
    if (timeout_.changes_to(request.timeout)) set(CURLOPT_TIMEOUT_MS, milliseconds(request.timeout));
}

void CurlHandle::set_log(bool is_wanted) {
    if (is_logged_.changes_to(is_wanted)) set(CURLOPT_VERBOSE, is_wanted ? 1L : 0L);  // to notice, not to stderr
}

std::optional<Error> CurlHandle::begin(const Request& request, bool wants_fresh_connection) {
    if (auto refused = set_target(request.url)) return refused;
    set_method(request);
    set_limits(request);
    // libcurl sends a request again by itself when a connection that it used again turns out to be dead
    const bool is_fresh = wants_fresh_connection || !may_be_repeated(request);
    if (is_fresh_.changes_to(is_fresh)) set(CURLOPT_FRESH_CONNECT, is_fresh ? 1L : 0L);
    if (forbids_reuse_.changes_to(false)) set(CURLOPT_FORBID_REUSE, 0L);
    set_log(may_ask_proxy_);  // it costs time
    if (const auto size = buffer_size(expected_bytes_); buffer_size_.changes_to(size)) set(CURLOPT_BUFFERSIZE, size);
    set(CURLOPT_HTTPHEADER, headers_.fill(request.headers, !is_plain_get(request)));
    receiver_.start(request.limits, request.method != "HEAD");
    error_text_.front() = '\0';
    if (request.is_measured) began_ = Clock::now();
    has_asked_proxy_ = false;
    found_bytes_waiting_ = false;
    return std::nullopt;
}

Exchange CurlHandle::end(const Request& request, std::optional<CURLcode> code) {
    if (info<long>(CURLINFO_HTTP_VERSION) == CURL_HTTP_VERSION_2_0) sockets_.set_multiplexed(connection_);
    expected_bytes_ = receiver_.received_bytes();
    Exchange exchange{.answer = answer(request, code)};
    if (request.is_measured) measure(exchange, code.has_value());
    receiver_.drop_body();  // of an answer that failed
    set(CURLOPT_HTTPHEADER, static_cast<curl_slist*>(nullptr));
    headers_.wipe();
    return exchange;
}

void CurlHandle::measure(Exchange& exchange, bool has_ended) const {
    exchange.timings = timings(has_ended);
    exchange.bytes_sent = info<long>(CURLINFO_REQUEST_SIZE) + info<curl_off_t>(CURLINFO_SIZE_UPLOAD_T);
    exchange.bytes_received = info<long>(CURLINFO_HEADER_SIZE) + info<curl_off_t>(CURLINFO_SIZE_DOWNLOAD_T);
    exchange.connections_opened = static_cast<int>(info<long>(CURLINFO_NUM_CONNECTS));
}

Result<Response> CurlHandle::answer(const Request& request, std::optional<CURLcode> code) {
    if (!code) return stopped_error(moment(request));
    const auto status = static_cast<int>(info<long>(CURLINFO_RESPONSE_CODE));
    const bool is_kept = receiver_.has_stopped() || (is_broken_off(*code) && receiver_.end_without_body());
    if (*code != CURLE_OK && !is_kept) {
        auto error = failure(request, *code);
        if (!receiver_.awaits_headers()) error.status = status;
        return error;
    }
    if (status == 407 && has_asked_proxy_) return proxy_credentials_wanted({});  // it may repeat them in its answer
    if (auto problem = receiver_.problem()) {
        problem->status = status;
        return *std::move(problem);
    }
    auto response = receiver_.take_response();
    response.status = status;
    return response;
}

Error CurlHandle::failure(const Request& request, CURLcode code) const {
    const std::string_view text = error_text_.data();
    const auto proxy_status = static_cast<int>(info<long>(CURLINFO_HTTP_CONNECTCODE));
    const auto proxy_refusal = static_cast<CURLproxycode>(info<long>(CURLINFO_PROXY_ERROR));
    if (auto error = proxy_error(code, proxy_status, proxy_refusal, text)) return *std::move(error);
    if (auto error = tls_error(code, info<long>(CURLINFO_SSL_VERIFYRESULT), text)) return *std::move(error);
    auto at = moment(request);
    const bool is_empty = code == CURLE_GOT_NOTHING && !receiver_.has_begun();
    if (is_empty) at.phase = Phase::waiting;  // libcurl takes the end of the connection for a first byte
    return transfer_error(code, text, at);
}

Moment CurlHandle::moment(const Request& request) const {
    return {.phase = phase(request),
            .host = without_scheme(before_path(request.url)),
            .system_error = static_cast<int>(info<long>(CURLINFO_OS_ERRNO)),
            .is_limit_of_connecting = request.connect_timeout < request.timeout};
}

Phase CurlHandle::phase(const Request& request) const {
    const auto is_done = [this](CURLINFO what) { return info<curl_off_t>(what) != 0; };  // at least 1 us then
    if (!is_done(CURLINFO_PRETRANSFER_TIME_T)) {
        if (!is_done(CURLINFO_NAMELOOKUP_TIME_T)) return Phase::resolving;
        const bool is_connected = info<long>(CURLINFO_PRIMARY_PORT) != 0;  // the time of it is set after TLS only
        return is_connected && request.url.starts_with("https:") ? Phase::securing : Phase::connecting;
    }
    if (info<curl_off_t>(CURLINFO_SIZE_UPLOAD_T) < static_cast<curl_off_t>(request.body.size())) return Phase::sending;
    if (!is_done(CURLINFO_STARTTRANSFER_TIME_T)) return Phase::waiting;
    return receiver_.awaits_headers() ? Phase::receiving_headers : Phase::receiving_body;
}

template <class Value>
Value CurlHandle::info(CURLINFO what) const {
    Value value{};
    curl_easy_getinfo(handle_.get(), what, &value);
    return value;
}

Timings CurlHandle::timings(bool has_ended) const {
    using std::chrono::duration_cast;
    using std::chrono::microseconds;
    const auto time = [this](CURLINFO what) { return microseconds{info<curl_off_t>(what)}; };
    return {.resolved = time(CURLINFO_NAMELOOKUP_TIME_T),
            .connected = time(CURLINFO_CONNECT_TIME_T),
            .secured = time(CURLINFO_APPCONNECT_TIME_T),
            .first_byte = time(CURLINFO_STARTTRANSFER_TIME_T),
            // libcurl counts as far as it was called last
            .total = has_ended ? time(CURLINFO_TOTAL_TIME_T) : duration_cast<microseconds>(Clock::now() - began_)};
}

}  // namespace USAGEKIT_NAMESPACE::http
