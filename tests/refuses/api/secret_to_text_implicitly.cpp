// expects: conver.* 'const usagekit::Secret' to .*'std::string'
#include <string>

#include <usagekit/secret.hpp>

std::string example(const usagekit::Secret& secret) {
#ifndef MISTAKE
    return secret.reveal();
#else
    return secret;
#endif
}
