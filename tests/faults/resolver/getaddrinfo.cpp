// Stands in for the system's name resolution in this test program: no name is asked for outside of it.
#include <cstring>
#include <netdb.h>

#include "hanging_names.hpp"

HangingNames& HangingNames::of_this_program() {
    static HangingNames names;
    return names;
}

/// Takes the place of the C library's, by its name.
extern "C" int getaddrinfo(const char* name, const char*, const addrinfo*, addrinfo** result) {
    *result = nullptr;
    if (name != nullptr && std::strcmp(name, "hangs.test") == 0) HangingNames::of_this_program().wait();
    return EAI_NONAME;
}
