#pragma once

// Included by a provider's client.cpp only: the members of `Call<T>`, to be instantiated for its models, and what its
// operations are made with.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <usagekit/call.hpp>

#include "call/driver.hpp"
#include "call/operation.hpp"

namespace usagekit {

template <class T>
Call<T>::Call(std::unique_ptr<call::TypedOperation<T>> operation) noexcept : operation_(std::move(operation)) {}

template <class T>
Call<T>::Call(Call&& other) noexcept = default;

template <class T>
Call<T>& Call<T>::operator=(Call&& other) noexcept = default;

template <class T>
Call<T>::~Call() = default;

template <class T>
Result<T> Call<T>::get() && {
    const auto operation = std::move(operation_);
    if (!operation) return call::already_sent();
    call::run(*operation, operation->transport(), operation->clock(), operation->stop());
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
Result<T> content(std::string& body, const wire::DecodeOptions& options) {
    auto envelope = wire::decode<wire::Envelope<T>>(body, options);
    if (!envelope) return std::move(envelope).assume_error();
    return std::move(envelope).assume_value().content;
}

/// A step: reads a model from its envelope, and asks for what `next` finds in it.
template <class Model, Result<Target> (*next)(const Model&)>
Result<Target> via(std::string& body, const wire::DecodeOptions& options) {
    const auto model = content<Model>(body, options);
    if (!model) return model.assume_error();
    return next(model.assume_value());
}

template <class T>
Call<T> make(const std::shared_ptr<const Service>& service, Target first, const CallOptions& options,
             typename TypedOperation<T>::Read read, std::vector<Step> steps = {}) {
    return Call<T>(std::make_unique<TypedOperation<T>>(service, std::move(first), options, read, std::move(steps)));
}

}  // namespace call

}  // namespace usagekit
