#pragma once

#include <memory>
#include <string>
#include <system_error>

#include "call/job.hpp"
#include "call/operation.hpp"

namespace USAGEKIT_NAMESPACE::call {

/// Runs a call to its end on this thread, unless it is the one of the call's engine: the result says so then.
void run_here(Operation& operation);

/// Has a call run by its engine. The call no longer keeps the engine alive from then on.
void run_there(Operation& operation, std::unique_ptr<Job> job);

/// What a call ends with when the system has no more of something: threads, descriptors.
[[nodiscard]] Error no_resources(std::string message, const std::system_error& error);

/// Would running the call here block the thread of its engine? Then it has ended with an error that says so.
[[nodiscard]] bool is_refused_here(Operation& operation);

}  // namespace USAGEKIT_NAMESPACE::call
