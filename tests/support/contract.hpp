#pragma once

// Proves field tables against an OpenAPI document:
//
//     auto contract = Contract::of("wiremock");    // tests/unit/providers/wiremock/contract.json
//     CHECK(contract.compare_schema<wire::Envelope<wiremock::Usage>>("WireMockUsageEnvelope") == "");
//     CHECK(contract.compare_error<call::CodedMessage>("WireMock404") == "");
//     CHECK(contract.unreached() == "");
//
// Every answer is a text with one line per difference, which is what a failed CHECK shows. A line begins with a place:
// names behind dots, `[]` for the items of a list, `*` for members whose names are data.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "contract/shape.hpp"

class Contract {
public:
    /// Places of members whose presence may differ from the contract. One that does not differ is a difference too.
    using Exceptions = std::vector<std::string>;

    /// Takes the text of an OpenAPI 3.0 document. Throws std::runtime_error when it is not JSON.
    explicit Contract(const std::string& document);
    /// A provider's part of the contract.
    [[nodiscard]] static Contract of(const std::string& provider);

    Contract(Contract&&) noexcept;
    ~Contract();

    /// Compares a model with a schema of the components.
    template <class Model>
    [[nodiscard]] std::string compare_schema(const std::string& name, const Exceptions& exceptions = {}) {
        return compare_schema(name, shape::of<Model>(), exceptions);
    }

    /// Compares a model with the JSON body of a response of the components. Errors are read leniently: presence is not
    /// compared, and a `RawJson` fits everything.
    template <class Model>
    [[nodiscard]] std::string compare_error(const std::string& response) {
        return compare_error(response, shape::of<Model>());
    }

    /// Compares a request with the parameters and the body of an operation. Headers are no members of requests: all
    /// that the contract has are to be listed.
    template <class Request>
    [[nodiscard]] std::string compare_request(const std::string& method, const std::string& path,
                                              const std::vector<std::string>& headers = {},
                                              const Exceptions& exceptions = {}) {
        return compare_request(method, path, shape::of<Request>(), headers, exceptions);
    }

    /// What nothing has been compared with so far: schemas, responses in JSON, and requests that have more than a path.
    [[nodiscard]] std::string unreached() const;

    /// The examples of the JSON bodies that have the named schema, or stand in the named response; character by
    /// character as they stand in the document.
    [[nodiscard]] std::vector<std::string> examples(const std::string& schema_or_response);

private:
    struct Document;

    [[nodiscard]] std::string compare_schema(const std::string& name, const shape::Shape& model,
                                             const Exceptions& exceptions);
    [[nodiscard]] std::string compare_error(const std::string& response, const shape::Shape& model);
    [[nodiscard]] std::string compare_request(const std::string& method, const std::string& path,
                                              const shape::Shape& request, const std::vector<std::string>& headers,
                                              const Exceptions& exceptions);

    std::unique_ptr<Document> document_;
};
