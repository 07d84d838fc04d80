#pragma once

// Included by a provider's client.cpp only: the members of `Call<T>`, to be instantiated for its models, and what its
// operations are made with.

#include <future>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include <usagekit/call.hpp>

#include "call/job.hpp"
#include "call/modes.hpp"
#include "call/operation.hpp"

namespace USAGEKIT_NAMESPACE {

template <class T>
Call<T>::Call(std::unique_ptr<call::TypedOperation<T>> operation) noexcept : operation_(std::move(operation)) {}

template <class T>
Call<T>::Call(Call&& other) noexcept = default;

template <class T>
Call<T>& Call<T>::operator=(Call&& other) noexcept = default;

template <class T>
Call<T>::~Call() = default;

namespace call {

/// What a handler of the user's throws ends here: the thread has other calls to run. It is caught here and not in the
/// header, so that the header can be compiled without exceptions.
template <class T>
void hand_over(Result<T> result, Handler<T>& handler) noexcept {
    try {
        handler(std::move(result));
    } catch (...) {  // there is nobody to tell
    }
}

/// A call that an engine runs for a handler.
template <class T>
class HandledJob final : public Job {
public:
    HandledJob(std::unique_ptr<TypedOperation<T>> operation, std::unique_ptr<Handler<T>> handler) noexcept
        : Job(*operation), operation_(std::move(operation)), handler_(std::move(handler)) {}

    void ended() override { hand_over(operation_->take_result(), *handler_); }

private:
    std::unique_ptr<TypedOperation<T>> operation_;
    std::unique_ptr<Handler<T>> handler_;
};

/// Not inlined: g++ 12 would warn that the value of this error is not initialised.
template <class T>
[[gnu::noinline]] Result<T> sent_before() {
    return already_sent();
}

}  // namespace call

template <class T>
Result<T> Call<T>::get() && {
    const auto operation = std::move(operation_);
    if (!operation) return call::already_sent();
    call::run_here(*operation);
    return operation->take_result();
}

template <class T>
std::future<Result<T>> Call<T>::async() && {
    std::promise<Result<T>> promise;
    auto future = promise.get_future();
    std::move(*this).then(
        [promise = std::move(promise)](Result<T> result) mutable { promise.set_value(std::move(result)); });
    return future;
}

template <class T>
void Call<T>::start(std::unique_ptr<call::Handler<T>> handler, std::stop_token stop) {
    auto operation = std::move(operation_);
    if (!operation) return call::hand_over(call::sent_before<T>(), *handler);
    operation->stop_also_on(std::move(stop));
    auto& started = *operation;
    call::run_there(started, std::make_unique<call::HandledJob<T>>(std::move(operation), std::move(handler)));
}

template <class T>
call::Operation* Call<T>::operation() const noexcept {
    return operation_.get();
}

template <class T>
Result<T> Call<T>::take_result() {
    const auto operation = std::move(operation_);
    if (!operation) return call::already_sent();
    return operation->take_result();
}

template <class T>
Result<http::Request> Call<T>::request() const {
    if (!operation_) return call::already_sent();
    return operation_->first_request();
}

namespace call {

/// Reads an answer whose content stands in an envelope.
template <class T>
std::optional<Error> content(T& content, std::string& body, const wire::DecodeOptions& options) {
    wire::Envelope<T> envelope;
    if (auto error = wire::decode_into(envelope, body, options)) return error;
    content = std::move(envelope.content);
    return std::nullopt;
}

/// A step: reads a model from its envelope, and asks for what `next` finds in it.
template <class Model, Result<Target> (*next)(const Model&)>
Result<Target> via(std::string& body, const wire::DecodeOptions& options) {
    Model model;
    if (auto error = content(model, body, options)) return *std::move(error);
    return next(model);
}

template <class T>
Call<T> make(const std::shared_ptr<const Service>& service, Target first, const CallOptions& options,
             typename TypedOperation<T>::Read read, std::vector<Step> steps = {}) {
    return Call<T>(std::make_unique<TypedOperation<T>>(service, std::move(first), options, read, std::move(steps)));
}

}  // namespace call

}  // namespace USAGEKIT_NAMESPACE
