#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/error.hpp>
#include <usagekit/secret.hpp>

namespace USAGEKIT_NAMESPACE {

/// Takes secrets out of texts that others will see: the credentials that it was told, however they are escaped, and the
/// values of JSON members whose name says that they are secret.
///
/// Take them out before a text is cut: half a secret is not recognised.
class Redactor {
public:
    /// Shorter credentials cannot be told from parts of ordinary words, and are left alone.
    static constexpr std::size_t shortest = 4;

    /// A credential that has been used.
    void add(Secret secret);

    /// The value of an Authorization field that has been used: the credential stands behind its scheme and a blank.
    /// Gives the whole of it, valid until the next one is added.
    const std::string& add_authorization(Secret value);

    /// The same of one that is there as long as this.
    const std::string& use_authorization(const Secret& value);

    /// Masks the whole text.
    void redact(std::string& text) const;

    /// The beginning of a text, at most so many bytes, masked before it is cut. Of a text so full of secrets that its
    /// cut end might be half of one, only how long it is.
    [[nodiscard]] std::string excerpt(std::string_view text, std::size_t most) const;

    /// Masks and bounds all texts of an error but its advice, which is the library's own.
    void redact(Error& error) const;

private:
    /// The value of the last Authorization field.
    [[nodiscard]] const Secret& authorization() const noexcept { return shared_ != nullptr ? *shared_ : own_; }

    /// Another value takes its place: the credential in it has been used as well.
    void keep_replaced(const Secret& next);

    /// The credential in it.
    [[nodiscard]] std::string_view authorized() const noexcept;

    /// How many bytes of a text may spell one secret.
    [[nodiscard]] std::size_t longest_match() const;

    std::vector<Secret> secrets_{};  // the longest first: one may be the beginning of another
    Secret own_{};  // value of the last Authorization field, which seldom needs to be taken out of anything
    const Secret* shared_ = nullptr;  // that value, when it is somebody else's
};

}  // namespace USAGEKIT_NAMESPACE
