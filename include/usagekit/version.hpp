#pragma once

// The one place where the version stands; CMake reads it here, too. Semantic versioning (semver.org): while the first
// number is 0, another second one is an incompatible version.
#define USAGEKIT_VERSION_MAJOR 0
#define USAGEKIT_VERSION_MINOR 1
#define USAGEKIT_VERSION_PATCH 0

/// The version of the headers that a program is compiled with: the text `"major.minor.patch"`. A macro, since every
/// header knows the version, and a constant would be one more name for who writes `using namespace usagekit`.
#define USAGEKIT_VERSION USAGEKIT_DETAIL_VERSION(USAGEKIT_VERSION_MAJOR, USAGEKIT_VERSION_MINOR, USAGEKIT_VERSION_PATCH)

#define USAGEKIT_DETAIL_TEXT(major, minor, patch) #major "." #minor "." #patch
#define USAGEKIT_DETAIL_VERSION(major, minor, patch) USAGEKIT_DETAIL_TEXT(major, minor, patch)
#define USAGEKIT_DETAIL_JOIN(major, minor) v##major##_##minor
#define USAGEKIT_DETAIL_JOIN_MAJOR(major) v##major
#if USAGEKIT_VERSION_MAJOR == 0
#define USAGEKIT_DETAIL_GENERATION(major, minor) USAGEKIT_DETAIL_JOIN(major, minor)
#else
#define USAGEKIT_DETAIL_GENERATION(major, minor) USAGEKIT_DETAIL_JOIN_MAJOR(major)
#endif

// The namespace that the library's own files open: `usagekit`, and inside an inline one of this version, `v0_1`, so
// that incompatible versions in one program do not take each other's functions. Nobody has to name it:
// `usagekit::Error` is found. From 1.0 on it is `v1`.
#define USAGEKIT_NAMESPACE usagekit::inline USAGEKIT_DETAIL_GENERATION(USAGEKIT_VERSION_MAJOR, USAGEKIT_VERSION_MINOR)
