#pragma once

#include <usagekit/version.hpp>

// What a program may use of a shared library: only what is marked so can be seen from outside of it.
#define USAGEKIT_EXPORT [[gnu::visibility("default")]]
