#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "provider.hpp"

namespace tool {

/// A parameter, and what it sets in the question that a provider is asked.
template <class Question>
struct Field {
    Parameter parameter;
    std::function<Result<void>(Question&, std::string_view)> set;
};

/// Of the member's type follows how often the parameter may be given, whether it must be, and how its text is read.
template <class Question, class T>
Field<Question> field(T Question::*member, std::string name, std::string help) {
    return {
        .parameter = {.name = std::move(name),
                      .placeholder = std::string(Reading<typename Member<T>::Value>::placeholder),
                      .help = std::move(help),
                      .shape = Member<T>::shape,
                      .is_required = Member<T>::is_required},
        .set = [member](Question& question, std::string_view text) { return read_into(question.*member, text); },
    };
}

/// The question that the values make, or the first value that cannot be read.
template <class Question>
Result<Question> question_of(const std::vector<Field<Question>>& fields, const Values& values) {
    Question question;
    for (const auto& field : fields) {
        const auto given = values.find(field.parameter.name);
        if (given == values.end()) continue;
        for (const auto& text : given->second) {
            if (const auto set = field.set(question, text); !set) return set.error();
        }
    }
    return question;
}

/// Adds the fields of a question, and how it is asked, to what else is to be said of a provider.
template <class Question>
Provider described(Provider provider, const std::vector<Field<Question>>& fields,
                   Result<PendingReport> (*ask)(const Question&, const Access&)) {
    for (const auto& field : fields) {
        provider.parameters.push_back(field.parameter);
        provider.parameters.back().check = [set = field.set](std::string_view text) {
            Question any;
            return set(any, text);
        };
    }
    provider.ask = [fields, ask](const Values& values, const Access& access) -> Result<PendingReport> {
        const auto question = question_of(fields, values);
        if (!question) return question.error();
        return ask(question.value(), access);
    };
    return provider;
}

}  // namespace tool
