#include "decode/nlohmann.hpp"

#include <nlohmann/json.hpp>

#include "decode/checked_values.hpp"
#include "wire/valid.hpp"

namespace with_nlohmann {

namespace {

using nlohmann::json;

void convert(const json& in, std::int64_t& out) { in.get_to(out); }
void convert(const json& in, bool& out) { in.get_to(out); }
void convert(const json& in, std::string& out) { in.get_to(out); }
void convert(const json& in, usagekit::Timestamp& out) { checked::read(in.get_ref<const std::string&>(), out); }
void convert(const json& in, usagekit::Date& out) { checked::read(in.get_ref<const std::string&>(), out); }
void convert(const json& in, usagekit::RawJson& out) { usagekit::assign_checked(out, in.dump()); }
void convert(const json& in, usagekit::Decimal& out) {
    out = checked::decimal(in.is_string() ? in.get_ref<const std::string&>() : in.dump());
}

template <class Tag>
void convert(const json& in, usagekit::Id<Tag>& out) {
    out = usagekit::Id<Tag>(in.get_ref<const std::string&>());
}

template <class Model>
void convert(const json& in, Model& out);
template <class T>
void convert(const json& in, std::vector<T>& out);
template <class T, class Name>
void convert(const json& in, usagekit::Map<T, Name>& out);

/// One member; only what is optional may be absent or null.
template <class T>
void take(const json& object, const char* name, T& out) {
    convert(object.at(name), out);
}
template <class T>
void take(const json& object, const char* name, std::optional<T>& out) {
    const auto found = object.find(name);
    if (found != object.end() && !found->is_null()) convert(*found, out.emplace());
}

template <class Model>
void convert(const json& in, Model& out) {
    members::each(out, [&](const char* name, auto& member) { take(in, name, member); });
}

template <class T>
void convert(const json& in, std::vector<T>& out) {
    checked::require(in.is_array());
    out.reserve(in.size());
    for (const auto& item : in) convert(item, out.emplace_back());
}

template <class T, class Name>
void convert(const json& in, usagekit::Map<T, Name>& out) {
    for (const auto& [name, value] : in.items()) {
        T converted;
        convert(value, converted);
        out.insert_or_assign(Name(name), std::move(converted));
    }
}

}  // namespace

void decode(std::string_view text, usagekit::wiremock::Usage& out) { convert(json::parse(text).at("usage"), out); }
void decode(std::string_view text, usagekit::meteroid::Usage& out) { convert(json::parse(text), out); }
void decode(std::string_view text, usagekit::measure::Usage& out) { convert(json::parse(text), out); }

void decode(std::string_view text, usagekit::billing::Usage& out) {
    const auto envelope = json::parse(text);
    checked::require(envelope.at("success").get<bool>());
    convert(envelope.at("data"), out);
}

}  // namespace with_nlohmann
