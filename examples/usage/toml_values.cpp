#include "toml_values.hpp"

#include <sstream>

namespace tool {

namespace {

/// A date may stand without quotes.
std::optional<std::string> text_in(const toml::node& value) {
    if (const auto* text = value.as_string()) return text->get();
    std::ostringstream out;
    if (const auto* date = value.as_date()) out << date->get();
    if (const auto* time = value.as_date_time()) out << time->get();
    return out.view().empty() ? std::nullopt : std::optional(out.str());
}

std::optional<std::vector<std::string>> texts_in_array(const toml::node& value) {
    const auto* array = value.as_array();
    if (array == nullptr) return std::nullopt;
    std::vector<std::string> texts;
    for (const auto& element : *array) {
        const auto text = text_in(element);
        if (!text) return std::nullopt;
        texts.push_back(*text);
    }
    return texts;
}

std::optional<std::vector<std::string>> text_in_flag(const toml::node& value) {
    const auto* flag = value.as_boolean();
    if (flag == nullptr) return std::nullopt;
    return flag->get() ? std::vector<std::string>{"true"} : std::vector<std::string>{};
}

}  // namespace

std::optional<std::vector<std::string>> texts_in(const toml::node& value, Shape shape) {
    if (shape == Shape::several) return texts_in_array(value);
    if (shape == Shape::flag) return text_in_flag(value);
    const auto text = text_in(value);
    return text ? std::optional(std::vector{*text}) : std::nullopt;
}

std::string_view type_for(Shape shape) {
    return shape == Shape::several ? "an array of strings" : shape == Shape::flag ? "true or false" : "a string";
}

}  // namespace tool
