// MISTAKE from_text_implicitly: conversion from 'const std::string'.* to .*'const usagekit::Secret'
// MISTAKE to_text_implicitly: conver.* 'const usagekit::Secret' to .*'std::string'
#include <string>

#include <usagekit/secret.hpp>

std::string example(const std::string& text) {
#ifdef MISTAKE_from_text_implicitly
    const usagekit::Secret secret = text;
#else
    const usagekit::Secret secret{text};
#endif
#ifdef MISTAKE_to_text_implicitly
    return secret;
#else
    return secret.reveal();
#endif
}
