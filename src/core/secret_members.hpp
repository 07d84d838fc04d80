#pragma once

#include <string>
#include <string_view>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

/// Writes `***` over the value of everything that looks like a JSON member whose name says that it is secret (`apiKey`,
/// `token`, `password`, ...). The text need not be a whole document, nor JSON: a member is a name, a quote and a colon,
/// however they are escaped.
void mask_secret_members(std::string& text);

/// Whether the name of a member, parameter or the like says that its value is secret.
[[nodiscard]] bool is_secret_name(std::string_view name);

}  // namespace USAGEKIT_NAMESPACE
