#pragma once

// The examples of a contract are answers of the service too:
//
//     CHECK(complaint_about_examples<meteroid::Usage>(contract, "MeteroidUsage") == "");

#include <string>

#include "contract.hpp"
#include "wire/codec.hpp"

/// Why an example of the schema cannot be decoded, with nothing left over; empty when all can. There must be one.
template <class Model>
std::string complaint_about_examples(Contract& contract, const std::string& schema) {
    const auto examples = contract.examples(schema);
    if (examples.empty()) return "no example of " + schema;
    for (auto example : examples) {
        const auto answer = usagekit::wire::decode<Model>(example, {.strictness = usagekit::Strictness::strict});
        if (!answer) return to_string(answer.error());
    }
    return {};
}
