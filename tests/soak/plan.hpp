#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <usagekit/result.hpp>

#include "faulty_service.hpp"

/// Which call meets which fault. The same arguments give the same plan.
class Plan {
public:
    /// So many of the calls have faults, each of them at least one call. The name tells the calls from those of other
    /// plans.
    Plan(std::string name, std::size_t calls, std::size_t with_faults, unsigned seed);

    [[nodiscard]] const std::string& name() const noexcept { return name_; }

    [[nodiscard]] std::size_t size() const noexcept { return faults_.size(); }

    [[nodiscard]] const Fault& fault(std::size_t number) const { return *faults_[number]; }

    /// How many calls meet it.
    [[nodiscard]] std::size_t count(const Fault& fault) const;

    /// What the call asks for.
    [[nodiscard]] std::string id(std::size_t number) const;

    /// Is the result what must come of this call? An error must be whole: kind, address, attempts, message, advice, and
    /// no secret.
    [[nodiscard]] bool is_right(std::size_t number, const usagekit::Result<usagekit::wiremock::Organisation>& result,
                                const std::string& secret) const;

private:
    std::string name_;
    std::vector<const Fault*> faults_;
};
