#pragma once

// Compares the parameters and the body of an operation with the table of a request.

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "contract/schema_walk.hpp"

namespace schema {

class RequestWalk {
public:
    RequestWalk(SchemaWalk& walk, std::string place, const shape::Shape& request)
        : walk_(walk), place_(std::move(place)), request_(request) {}

    /// The path holds the operation; parameters can stand in both.
    void compare(dom::element path, dom::element operation, const std::vector<std::string>& headers);

private:
    void compare_parameter(dom::element in);
    void compare_row(dom::element in, const shape::Row& row);
    void compare_headers(const std::vector<std::string>& listed);
    void compare_body(dom::element body);
    [[nodiscard]] bool is_parameter(const shape::Row& row) const { return row.is_in_path || !has_body_; }
    [[nodiscard]] std::string at(const std::string& name) const { return place_ + " " + name; }

    SchemaWalk& walk_;
    std::string place_;
    const shape::Shape& request_;
    bool has_body_ = false;
    std::set<std::string> parameters_{};
    std::set<std::string> headers_{};
};

}  // namespace schema
