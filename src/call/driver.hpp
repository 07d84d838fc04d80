#pragma once

#include <stop_token>

#include <usagekit/clock.hpp>
#include <usagekit/http.hpp>

#include "call/event.hpp"

namespace USAGEKIT_NAMESPACE::call {

/// Runs a call to its end on this thread. A stop ends what it waits for.
void run(Machine& machine, http::Transport& transport, Clock& clock, const std::stop_token& stop = {});

/// Asks for the credential, unless the caller has stopped the call, before or meanwhile; `event` is what came of it.
void authorize(const Authorize& action, const std::stop_token& stop, Event& event);

}  // namespace USAGEKIT_NAMESPACE::call
