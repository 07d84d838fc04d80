#pragma once

// What tests of programs that use this library need: answers without a network, time without waiting, and answers that
// were recorded once. docs/guide/testing.md shows how.

#include <usagekit/testing/fake.hpp>
#include <usagekit/testing/recording.hpp>
#include <usagekit/testing/replay.hpp>
