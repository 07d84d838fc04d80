#pragma once

#include <chrono>

#include "http/exchanges.hpp"

/// What comes of one request.
inline usagekit::http::Exchange exchanged(usagekit::http::Exchanges& exchanges, const usagekit::http::Basis& basis,
                                          const usagekit::http::Request& request) {
    exchanges.start(basis, request, nullptr);
    auto* finished = &exchanges.wait(std::chrono::minutes{1});
    while (finished->empty()) finished = &exchanges.wait(std::chrono::minutes{1});
    auto exchange = std::move(finished->back().exchange);
    finished->clear();
    return exchange;
}
