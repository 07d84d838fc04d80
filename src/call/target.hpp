#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <usagekit/error.hpp>
#include <usagekit/id.hpp>

namespace USAGEKIT_NAMESPACE::call {

/// What to ask for below the base URL: a method, a path, a query and a body. What cannot be asked for is remembered
/// as the error that the call will end with.
class Target {
public:
    /// The path is literal, `/v1/users/self` for example.
    [[nodiscard]] static Target get(std::string_view path) { return {"GET", path}; }
    [[nodiscard]] static Target post(std::string_view path) { return {"POST", path}; }

    /// Appends literal text to the path.
    Target&& literal(std::string_view path) &&;

    /// Appends `/` and a value as one percent-encoded path segment. `what` names it in the error for a value that
    /// cannot be one: empty, `.` and `..` mean other resources (RFC 3986 section 3.3).
    Target&& segment(std::string_view what, std::string_view value) &&;
    template <class Tag>
    Target&& segment(std::string_view what, const Id<Tag>& id) && {
        return std::move(*this).segment(what, std::string_view(id.str()));
    }

    /// A query as `wire::to_query` makes it; empty for none.
    Target&& query(std::string_view query) &&;

    /// A JSON body; one with text that is not UTF-8 is refused.
    Target&& json(std::string body) &&;

    /// The service takes an Idempotency-Key with the request, so every call has one.
    Target&& with_idempotency_key() &&;

    /// Refuses the request when there is an error; the first one counts.
    void refuse(std::optional<Error> error) &;
    Target&& refuse(std::optional<Error> error) && {
        refuse(std::move(error));
        return std::move(*this);
    }

    [[nodiscard]] const std::string& method() const noexcept { return method_; }
    /// Path and query.
    [[nodiscard]] std::string reference() const;
    [[nodiscard]] const std::string& body() const noexcept { return body_; }
    [[nodiscard]] bool takes_idempotency_key() const noexcept { return takes_idempotency_key_; }
    /// A GET is safe, and of a request with an idempotency key the service does only one.
    [[nodiscard]] bool may_be_repeated() const noexcept { return method_ == "GET" || takes_idempotency_key_; }
    /// Null when it can be asked for.
    [[nodiscard]] const Error* refusal() const noexcept { return refusal_.get(); }

private:
    Target(std::string_view method, std::string_view path) : method_(method), path_(path) {}

    std::string method_;
    std::string path_;
    std::string query_{};
    std::string body_{};
    bool takes_idempotency_key_ = false;
    std::shared_ptr<const Error> refusal_{};  // apart, since a target is often moved and seldom refused
};

}  // namespace USAGEKIT_NAMESPACE::call
