// main() of a test program that needs WireMock: one host for all its tests.
#define DOCTEST_CONFIG_IMPLEMENT
#include <iostream>

#include <doctest/doctest.h>

#include "wiremock_host.hpp"

namespace {
WireMockHost* running_host = nullptr;
}

WireMockHost& fresh_host() {
    running_host->reset();
    return *running_host;
}

int main(int argc, char** argv) {
    doctest::Context context(argc, argv);
    try {
        WireMockHost host(USAGEKIT_PROVIDER);
        running_host = &host;
        return context.run();
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
