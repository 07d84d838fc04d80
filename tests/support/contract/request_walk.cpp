#include "contract/request_walk.hpp"

#include <iterator>
#include <vector>

namespace schema {

using shape::Kind;
using shape::Presence;
using shape::Row;

namespace {

/// Of an empty list nothing is written, so that it needs no std::optional around it.
Presence presence_of(const Row& row) {
    const bool is_list = row.shape.kind == Kind::list || row.shape.kind == Kind::comma_separated;
    return is_list && !row.must_be_given ? Presence::optional : row.presence;
}

}  // namespace

void RequestWalk::compare(dom::element path, dom::element operation, const std::vector<std::string>& headers) {
    const auto body = member(operation, "requestBody");
    has_body_ = body.has_value();
    for (auto owner : {path, operation}) {
        for (auto parameter : items(member(owner, "parameters"))) compare_parameter(walk_.resolved(parameter));
    }
    for (const auto& row : request_.rows) {
        if (is_parameter(row) && !parameters_.contains(row.name)) {
            walk_.differ(at(row.name), "no parameter in the contract");
        }
    }
    compare_headers(headers);
    if (body) compare_body(walk_.resolved(*body));
}

void RequestWalk::compare_parameter(dom::element in) {
    const auto name = text(in, "name");
    walk_.check_keywords(at(name), in, {"in", "name", "required", "schema", "description", "example"});
    if (text(in, "in") == "header") {
        headers_.insert(name);
        return;
    }
    const auto* row = row_of(request_, name);
    if (row == nullptr || !is_parameter(*row)) return walk_.differ(at(name), "no row in the table");
    parameters_.insert(name);
    compare_row(in, *row);
}

void RequestWalk::compare_row(dom::element in, const Row& row) {
    const auto contract = text(in, "in");
    const std::string table = row.is_in_path ? "path" : "query";
    if (contract != table) walk_.differ(at(row.name), "in " + contract + ", the table has it in " + table);
    const auto presence = is_true(in, "required") ? Presence::required : Presence::optional;
    walk_.compare_presence(at(row.name), presence, presence_of(row));
    walk_.compare(at(row.name), in["schema"], row.shape, text(in, "description"));
}

void RequestWalk::compare_headers(const std::vector<std::string>& listed) {
    const std::set<std::string> expected(listed.begin(), listed.end());
    for (const auto& name : headers_) {
        if (!expected.contains(name)) walk_.differ(at(name), "a header that is not listed");
    }
    for (const auto& name : expected) {
        if (!headers_.contains(name)) walk_.differ(at(name), "no such header in the contract");
    }
}

void RequestWalk::compare_body(dom::element body) {
    auto content = request_;
    std::erase_if(content.rows, [](const Row& row) { return row.is_in_path; });
    const auto schema = body_schema(body);
    if (!schema) return walk_.differ(at("body"), "no JSON in the contract");
    walk_.compare(at("body"), *schema, content);
}

}  // namespace schema
