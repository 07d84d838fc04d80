// expects: conversion from 'const std::string'.* to .*'const usagekit::Secret'
#include <string>

#include <usagekit/secret.hpp>

void example(const std::string& text) {
#ifndef MISTAKE
    const usagekit::Secret secret{text};
#else
    const usagekit::Secret secret = text;
#endif
}
