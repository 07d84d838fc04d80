#pragma once

#include <string>

namespace bodies {

/// As the provider's documentation shows it.
inline const std::string billing_usage =
    R"({"success":true,"data":{"period":{"start":"2024-01-01T00:00:00Z","end":"2024-01-31T23:59:59Z"},"metrics":{)"
    R"("apiCalls":{"name":"API Calls","unit":"requests","included":100000,"used":45230,"overage":0,"percentage":45.23},)"
    R"("storage":{"name":"Storage","unit":"GB","included":100,"used":67.5,"overage":0,"percentage":67.5},)"
    R"("seats":{"name":"Team Seats","unit":"users","included":10,"used":7,"overage":0,"percentage":70},)"
    R"("bandwidth":{"name":"Bandwidth","unit":"GB","included":1000,"used":234.8,"overage":0,"percentage":23.48}},)"
    R"("estimatedCost":{"base":29.00,"overage":0,"total":29.00,"currency":"usd"},)"
    R"("projectedUsage":{"apiCalls":{"projected":52000,"percentage":52}}}})";

}  // namespace bodies
