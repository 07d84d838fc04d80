#include "wire/valid.hpp"

#include <string>

#include "core/number.hpp"
#include "core/text.hpp"
#include "wire/parse.hpp"

namespace usagekit::wire {

namespace {

/// Asks for everything in a value, since On-Demand looks at nothing else. (The DOM looks at everything, and refuses
/// numbers that its types do not hold.)
class Inspector {
public:
    explicit Inspector(Reader& reader) : reader_(reader) {}

    bool is_valid(ondemand::value& value) {
        ondemand::json_type type{};
        if (value.type().get(type)) return false;
        switch (type) {
            case ondemand::json_type::array:
                return nested([&] { return is_valid_array(value); });
            case ondemand::json_type::object:
                return nested([&] { return is_valid_object(value); });
            case ondemand::json_type::number:
                return is_json_number(trimmed(value.raw_json_token()));
            case ondemand::json_type::string:
                return value.get_string().error() == simdjson::SUCCESS;
            case ondemand::json_type::boolean:
                return value.get_bool().error() == simdjson::SUCCESS;
            default:
                return is_valid_null(value);
        }
    }

private:
    /// Below the depth that the parser has room for, which On-Demand does not check.
    static constexpr std::size_t deepest = 1000;
    static_assert(deepest + 8 < simdjson::DEFAULT_MAX_DEPTH);

    template <class Inspect>
    bool nested(Inspect inspect) {
        ++depth_;
        const bool is_valid = depth_ <= deepest && inspect();
        --depth_;
        return is_valid;
    }

    bool is_valid_array(ondemand::value& value) {
        ondemand::array items;
        if (value.get_array().get(items)) return false;
        for (auto item : items) {
            ondemand::value element;
            if (std::move(item).get(element) || !is_valid(element)) return false;
        }
        return true;
    }

    bool is_valid_object(ondemand::value& value) {
        return each_member(value, reader_,
                           [this](std::string_view, ondemand::value& member) { return is_valid(member); });
    }

    static bool is_valid_null(ondemand::value& value) {
        bool is_null = false;
        return !value.is_null().get(is_null) && is_null;
    }

    Reader& reader_;
    std::size_t depth_ = 0;
};

}  // namespace

bool is_json_number(std::string_view token) {
    const auto figures = token.substr(token.starts_with('-') ? 1 : 0);
    const bool has_leading_zero = figures.size() > 1 && figures[0] == '0' && is_digit(figures[1]);
    return !has_leading_zero && has_form_of_decimal(token);
}

bool is_utf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

bool is_json(std::string_view text) {
    std::string document(text);
    const DecodeOptions options;
    Reader reader(options);
    Inspector inspector(reader);
    return parse(document, reader, [&](ondemand::value& root) { return inspector.is_valid(root); });
}

}  // namespace usagekit::wire
