#include "plan.hpp"

#include <algorithm>
#include <random>
#include <utility>

#include <usagekit/retry.hpp>

using namespace usagekit;

namespace {

/// A fault for each share, to draw from.
std::vector<const Fault*> lots() {
    std::vector<const Fault*> all;
    for (const auto& fault : faults) all.insert(all.end(), static_cast<std::size_t>(fault.share), &fault);
    return all;
}

bool is_whole(const Error& error, const std::string& secret) {
    const auto line = to_string(error);
    return !error.message.empty() && !error.advice.empty() && line.find(secret) == line.npos
           && line.find('\n') == line.npos;
}

}  // namespace

Plan::Plan(std::string name, std::size_t calls, std::size_t with_faults, unsigned seed)
    : name_(std::move(name)), faults_(calls, &good) {
    const auto all = lots();
    std::mt19937 random(seed);
    for (std::size_t i = 0; i < std::min(calls, with_faults); ++i) {
        faults_[i] = i < faults.size() ? &faults[i] : all[random() % all.size()];
    }
    std::shuffle(faults_.begin(), faults_.end(), random);
}

std::size_t Plan::count(const Fault& fault) const {
    return static_cast<std::size_t>(std::count(faults_.begin(), faults_.end(), &fault));
}

std::string Plan::id(std::size_t number) const {
    return std::string(fault(number).name) + "-" + name_ + "-" + std::to_string(number);
}

bool Plan::is_right(std::size_t number, const Result<wiremock::Organisation>& result, const std::string& secret) const {
    const auto& fault = this->fault(number);
    const auto asked = id(number);
    if (result) return !fault.kind && result.value() == organisation(fault.name == "moved" ? "good-" + asked : asked);
    const auto& error = result.error();
    return error.kind == fault.kind && error.url.ends_with("/" + asked)
           && fault.is_repeated == (error.attempts == RetryPolicy{}.attempts) && is_whole(error, secret);
}
