#include "contract.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <utility>

#include "contract/dom.hpp"
#include "contract/example_search.hpp"
#include "contract/request_walk.hpp"
#include "contract/schema_walk.hpp"

using namespace schema;
using shape::Shape;

namespace {

constexpr const char* schemas = "#/components/schemas/";
constexpr const char* responses = "#/components/responses/";

std::string whole_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool has_more_than_a_path(dom::element operation) {
    const auto parameters = items(member(operation, "parameters"));
    return member(operation, "requestBody")
           || std::any_of(parameters.begin(), parameters.end(), [](auto in) { return text(in, "in") != "path"; });
}

bool has_schema_of_its_own(dom::element response) {
    const auto schema = body_schema(response);
    return schema && !member(*schema, "$ref");
}

/// All that is to be compared: references, and requests by method and path.
std::vector<std::string> comparable(dom::element document) {
    std::vector<std::string> names;
    const auto components = *member(document, "components");
    for (auto [name, schema] : members(member(components, "schemas"))) names.push_back(schemas + std::string(name));
    for (auto [name, response] : members(member(components, "responses"))) {
        if (body_schema(response)) names.push_back(responses + std::string(name));
    }
    for (auto [path, operations] : members(member(document, "paths"))) {
        for (auto [method, operation] : members(operations)) {
            const auto request = std::string(method) + " " + std::string(path);
            if (has_more_than_a_path(operation)) names.push_back(request);
            for (auto [status, response] : members(member(operation, "responses"))) {
                if (has_schema_of_its_own(response)) names.push_back(request + " " + std::string(status));
            }
        }
    }
    return names;
}

}  // namespace

struct Contract::Document {
    explicit Document(const std::string& document) : text(document) {
        if (parser.parse(text).get(root)) throw std::runtime_error("the contract is not JSON");
    }

    [[nodiscard]] SchemaWalk walk(Rules rules) { return {root, reached, std::move(rules)}; }

    simdjson::padded_string text;
    dom::parser parser{};
    dom::element root{};
    std::set<std::string> reached{};  // as `comparable` names it
};

Contract::Contract(const std::string& document) : document_(std::make_unique<Document>(document)) {}
Contract Contract::of(const std::string& provider) {
    return Contract(whole_file(USAGEKIT_CONTRACTS "/" + provider + "/contract.json"));
}
Contract::Contract(Contract&&) noexcept = default;
Contract::~Contract() = default;

std::string Contract::compare_schema(const std::string& name, const Shape& model, const Exceptions& exceptions) {
    auto walk = document_->walk({.exceptions = exceptions});
    walk.compare(name, walk.at(schemas + name), model);
    return walk.differences();
}

std::string Contract::compare_error(const std::string& response, const Shape& model) {
    auto walk = document_->walk({.is_lenient = true});
    const auto schema = body_schema(walk.at(responses + response));
    if (!schema) return response + ": no JSON in the contract";
    walk.compare(response, *schema, model);
    return walk.differences();
}

std::string Contract::compare_request(const std::string& method, const std::string& path, const Shape& request,
                                      const std::vector<std::string>& headers, const Exceptions& exceptions) {
    const auto name = method + " " + path;
    const auto operations = member(*member(document_->root, "paths"), path);
    const auto operation = operations ? member(*operations, method) : std::nullopt;
    if (!operation) throw std::runtime_error("the contract has no " + name);
    document_->reached.insert(name);
    auto walk = document_->walk({.exceptions = exceptions});
    RequestWalk(walk, name, request).compare(*operations, *operation, headers);
    return walk.differences();
}

std::string Contract::unreached() const {
    std::string lines;
    for (const auto& name : comparable(document_->root)) {
        if (!document_->reached.contains(name)) lines.append(lines.empty() ? "" : "\n").append(name);
    }
    return lines;
}

std::vector<std::string> Contract::examples(const std::string& schema_or_response) {
    ExampleSearch search(schemas + schema_or_response, responses + schema_or_response);
    search.look_into(document_->root);
    // not from the DOM, which turns 29.00 into 29.0
    simdjson::ondemand::parser parser;
    auto document = parser.iterate(document_->text);
    std::vector<std::string> texts;
    for (const auto& pointer : search.pointers) {
        simdjson::ondemand::value example = document.at_pointer(pointer);
        texts.emplace_back(std::string_view(simdjson::to_json_string(example)));
    }
    return texts;
}
