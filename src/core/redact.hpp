#pragma once

#include <string>
#include <vector>

#include <usagekit/error.hpp>
#include <usagekit/secret.hpp>

namespace usagekit {

/// Takes secrets out of texts that others will see: those it was told, however they are escaped in a URL or in JSON,
/// and the values of JSON members whose name says that they are secret (`apiKey`, `token`, `password`, ...).
class Redactor {
public:
    /// A credential that has been used. One of less than `shortest` characters is ignored: it cannot be told from
    /// parts of ordinary words.
    void add(const Secret& secret);

    static constexpr std::size_t shortest = 3;

    void redact(std::string& text) const;
    void redact(Error& error) const;

private:
    std::vector<Secret> spellings_{};
};

/// Writes `***` over the value of every JSON member whose name says that it is secret. Works on any text, whole
/// document or not.
void mask_secret_members(std::string& json);

}  // namespace usagekit
