#include <usagekit/wiremock/models.hpp>

#include "core/percent.hpp"
#include "providers/wiremock/fields.hpp"
#include "wire/model.hpp"

namespace USAGEKIT_NAMESPACE {

using namespace wiremock;

namespace wire {

template struct Codec<UserLinks>;
template struct Codec<User>;
template struct Codec<OrganisationLinks>;
template struct Codec<Organisation>;
template struct Codec<Usage>;
template std::optional<Error> decode_into(Envelope<User>&, std::string&, const DecodeOptions&);
template std::optional<Error> decode_into(Envelope<Organisation>&, std::string&, const DecodeOptions&);
template std::optional<Error> decode_into(Envelope<Usage>&, std::string&, const DecodeOptions&);
template struct Codec<ErrorList>;

}  // namespace wire

std::string wiremock::last_segment(std::string_view link) {
    const auto path = link.substr(0, link.find_first_of("{?#"));
    return percent_decoded(path.substr(path.rfind('/') + 1));
}

}  // namespace USAGEKIT_NAMESPACE
