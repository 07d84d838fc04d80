// MISTAKE from_bool: conversion from 'bool' to .*'const usagekit::Decimal'
// MISTAKE from_char: conversion from 'char' to .*'const usagekit::Decimal'
// MISTAKE from_double: deleted function 'usagekit::Decimal::Decimal\(Real\)|'double' to '.*Decimal' invokes a deleted
#include <usagekit/decimal.hpp>

#if defined(MISTAKE_from_bool)
const usagekit::Decimal amount = true;
#elif defined(MISTAKE_from_char)
const usagekit::Decimal amount = '1';
#elif defined(MISTAKE_from_double)
const usagekit::Decimal amount = 0.1;
#else
const usagekit::Decimal amount = 1;
#endif
