#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "testing/base64.hpp"

/// A stub that comes before those of the folder; both texts are the inside of an object in WireMock's JSON.
inline std::string stub(std::string_view request, std::string_view response) {
    std::string mapping = R"({"priority":1,"request":{)";
    return mapping.append(request).append(R"(},"response":{)").append(response).append("}}");
}

/// The inside of a request object: a GET of this path, with any query.
inline std::string get_of(std::string_view path) {
    return std::string(R"("method":"GET","urlPath":")").append(path).append("\"");
}

/// Stubs that answer the same request by each of the responses in turn, and by the last one from then on.
inline std::vector<std::string> sequence(std::string_view request, const std::vector<std::string>& responses) {
    std::vector<std::string> mappings;
    for (std::size_t i = 0; i < responses.size(); ++i) {
        const auto state = [](std::size_t index) { return index == 0 ? "Started" : std::to_string(index); };
        std::string mapping = R"({"scenarioName":"sequence","requiredScenarioState":")" + state(i) + "\",";
        if (i + 1 < responses.size()) mapping.append(R"("newScenarioState":")").append(state(i + 1)).append("\",");
        mappings.push_back(mapping.append(stub(request, responses[i]).substr(1)));
    }
    return mappings;
}

/// The inside of a response object: 200 with exactly these bytes.
inline std::string bytes_answer(std::string_view body, std::string_view content_type = "application/json") {
    std::string response = R"("status":200,"headers":{"Content-Type":")";
    return response.append(content_type)
        .append(R"("},"base64Body":")")
        .append(usagekit::testing::to_base64(body))
        .append("\"");
}

/// The inside of a response object: a refusal that shows the credential of the request wherever it can.
inline std::string echoing_answer(int status) {
    return R"("status":)" + std::to_string(status)
           + R"(,"transformers":["response-template"],"headers":{"X-Request-Id":"{{request.headers.Authorization}}",)"
             R"("traceparent":"{{request.headers.Authorization}}"},"body":"{\"success\":false,)"
             R"(\"code\":\"{{{request.headers.Authorization}}}\",\"message\":\"{{{request.headers.Authorization}}}\",)"
             R"(\"error\":{\"code\":\"{{{request.headers.Authorization}}}\",)"
             R"(\"message\":\"{{{request.headers.Authorization}}}\"}}")";
}
