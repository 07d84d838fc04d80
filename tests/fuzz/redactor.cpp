// A secret (the first line) and a text that holds it.
#include "core/redact.hpp"
#include "fuzz.hpp"

using namespace usagekit;

namespace {

/// Whether the secret is in a text that was cut, unless the words that stand for what is missing have made it.
bool shows(const std::string& shown, const std::string& secret) {
    const bool is_replaced = shown.starts_with("a text of ");
    return !is_replaced && secret.find('.') == secret.npos && shown.find(secret) != shown.npos;
}

void check(const Redactor& redactor, const std::string& leak, const std::string& secret) {
    auto whole = leak;
    redactor.redact(whole);
    fuzz::require(whole.find(secret) == whole.npos, "a secret does not survive");
    fuzz::require(!shows(redactor.excerpt(leak, 40), secret), "a secret does not survive in an excerpt");
    Error error{.message = leak, .code = leak, .body = leak};
    redactor.redact(error);
    for (const auto* text : {&error.message, &error.code, &error.body}) {
        fuzz::require(!shows(*text, secret), "a secret does not survive in an error");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto [secret, text] = fuzz::first_line_and_rest(fuzz::text(data, size));
    // of its own stars a mask could make a secret with stars
    if (secret.size() < Redactor::shortest || secret.find('*') != secret.npos) return 0;
    Redactor redactor;
    redactor.add(Secret(secret));
    check(redactor, text, secret);
    check(redactor, text + secret, secret);
    check(redactor, secret + text + secret + secret + text, secret);
    return 0;
}
