#include "decode/rapidjson.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "decode/checked_values.hpp"
#include "wire/valid.hpp"

namespace with_rapidjson {

namespace {

using rapidjson::Value;

std::string_view text_of(const Value& in) {
    checked::require(in.IsString());
    return {in.GetString(), in.GetStringLength()};
}

std::string written(const Value& in) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    in.Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
}

void convert(const Value& in, std::int64_t& out) { checked::require(in.IsInt64()), out = in.GetInt64(); }
void convert(const Value& in, bool& out) { checked::require(in.IsBool()), out = in.GetBool(); }
void convert(const Value& in, std::string& out) { out.assign(text_of(in)); }
void convert(const Value& in, usagekit::Timestamp& out) { checked::read(text_of(in), out); }
void convert(const Value& in, usagekit::Date& out) { checked::read(text_of(in), out); }
void convert(const Value& in, usagekit::RawJson& out) { usagekit::assign_checked(out, written(in)); }
void convert(const Value& in, usagekit::Decimal& out) {
    out = in.IsString() ? checked::decimal(text_of(in)) : checked::decimal(written(in));
}

template <class Tag>
void convert(const Value& in, usagekit::Id<Tag>& out) {
    out = usagekit::Id<Tag>(std::string(text_of(in)));
}

template <class Model>
void convert(const Value& in, Model& out);
template <class T>
void convert(const Value& in, std::vector<T>& out);
template <class T, class Name>
void convert(const Value& in, usagekit::Map<T, Name>& out);

/// A member that must be there.
const Value& at(const Value& object, const char* name) {
    checked::require(object.IsObject());
    const auto found = object.FindMember(name);
    checked::require(found != object.MemberEnd());
    return found->value;
}

template <class T>
void take(const Value& object, const char* name, T& out) {
    convert(at(object, name), out);
}
template <class T>
void take(const Value& object, const char* name, std::optional<T>& out) {
    const auto found = object.FindMember(name);
    if (found != object.MemberEnd() && !found->value.IsNull()) convert(found->value, out.emplace());
}

template <class Model>
void convert(const Value& in, Model& out) {
    checked::require(in.IsObject());
    members::each(out, [&](const char* name, auto& member) { take(in, name, member); });
}

template <class T>
void convert(const Value& in, std::vector<T>& out) {
    checked::require(in.IsArray());
    out.reserve(in.Size());
    for (const auto& item : in.GetArray()) convert(item, out.emplace_back());
}

template <class T, class Name>
void convert(const Value& in, usagekit::Map<T, Name>& out) {
    checked::require(in.IsObject());
    for (const auto& member : in.GetObject()) {
        T converted;
        convert(member.value, converted);
        out.insert_or_assign(Name(std::string(text_of(member.name))), std::move(converted));
    }
}

void parse(std::string_view text, rapidjson::Document& document) {
    document.Parse<rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag>(text.data(),
                                                                                               text.size());
    checked::require(!document.HasParseError());
}

}  // namespace

void decode(std::string_view text, usagekit::wiremock::Usage& out) {
    rapidjson::Document document;
    parse(text, document);
    convert(at(document, "usage"), out);
}

void decode(std::string_view text, usagekit::billing::Usage& out) {
    rapidjson::Document document;
    parse(text, document);
    const auto& success = at(document, "success");
    checked::require(success.IsTrue());
    convert(at(document, "data"), out);
}

void decode(std::string_view text, usagekit::meteroid::Usage& out) {
    rapidjson::Document document;
    parse(text, document);
    convert<usagekit::meteroid::Usage>(document, out);
}

void decode(std::string_view text, usagekit::measure::Usage& out) {
    rapidjson::Document document;
    parse(text, document);
    convert<usagekit::measure::Usage>(document, out);
}

}  // namespace with_rapidjson
