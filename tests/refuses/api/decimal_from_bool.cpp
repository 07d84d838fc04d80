// expects: conversion from 'bool' to .*'const usagekit::Decimal'
#include <usagekit/decimal.hpp>

void example() {
#ifndef MISTAKE
    const usagekit::Decimal amount = 1;
#else
    const usagekit::Decimal amount = true;
#endif
}
