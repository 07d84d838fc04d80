// expects: deleted function 'usagekit::Decimal::Decimal\(Real\)|'double' to '.*Decimal' invokes a deleted function
#include <usagekit/decimal.hpp>

void example() {
#ifndef MISTAKE
    const usagekit::Decimal amount = 1;
#else
    const usagekit::Decimal amount = 0.1;
#endif
}
