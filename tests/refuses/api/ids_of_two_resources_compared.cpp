// expects: (no match for 'operator=='|invalid operands to binary expression) .*UserId'.*OrganisationId'
#include <usagekit/wiremock/models.hpp>

bool example(const usagekit::wiremock::User& user, const usagekit::wiremock::Organisation& organisation) {
#ifndef MISTAKE
    return user.id == user.id;
#else
    return user.id == organisation.id;
#endif
}
