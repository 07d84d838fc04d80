#pragma once

#include <string>
#include <vector>

#include "contract/dom.hpp"

namespace schema {

/// Finds where the examples of a body are: of bodies that have the schema, or stand in the response.
class ExampleSearch {
public:
    ExampleSearch(std::string schema_reference, const std::string& response_reference)
        : schema_(std::move(schema_reference)), response_(response_reference.substr(1) + "/") {}

    void look_into(dom::element in, const std::string& pointer = {});

    std::vector<std::string> pointers{};  ///< JSON pointers (RFC 6901).

private:
    void add(dom::element body, const std::string& pointer);

    std::string schema_;
    std::string response_;
};

}  // namespace schema
