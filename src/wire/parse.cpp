#include "wire/parse.hpp"

#include "core/text.hpp"
#include "wire/token.hpp"

namespace USAGEKIT_NAMESPACE::wire {

namespace {

/// simdjson reads whole blocks beyond the end; what it finds there does not matter, but the memory must be there.
simdjson::padded_string_view padded(std::string& text, Reader& reader) {
    text.reserve(text.size() + simdjson::SIMDJSON_PADDING);
    reader.document = text;
    return simdjson::padded_string_view(text.data(), text.size(), text.capacity() + 1);
}

bool at_end(ondemand::document& document, Reader& reader) {
    if (document.current_location().error() == simdjson::OUT_OF_BOUNDS) return true;
    return reader.failure.malformed("text follows after the document");
}

/// Reads the text as the one item of an array.
bool parse_scalar(const std::string& text, Reader& reader, const ReadRoot& read) {
    std::string wrapped = concat("[", text, "]");
    auto& parser = reader.tools().parser_for(wrapped.size());
    ondemand::document document;
    ondemand::array items;
    if (auto error = parser.iterate(padded(wrapped, reader)).get(document)) return reader.malformed(error);
    if (auto error = document.get_array().get(items)) return reader.malformed(error);
    std::size_t count = 0;
    for (auto item : items) {
        ondemand::value root;
        if (auto error = std::move(item).get(root)) return reader.malformed(error);
        if (++count > 1) break;
        if (!read(root)) return false;
    }
    if (count != 1) return reader.failure.malformed("text follows after the document");
    return at_end(document, reader);
}

bool parse_any(std::string& document, Reader& reader, const ReadRoot& read) {
    auto& parser = reader.tools().parser_for(document.size());
    ondemand::document parsed;
    ondemand::value root;
    if (auto error = parser.iterate(padded(document, reader)).get(parsed)) return reader.malformed(error);
    const auto error = parsed.get_value().get(root);
    if (error == simdjson::SCALAR_DOCUMENT_AS_VALUE) return parse_scalar(document, reader, read);
    if (error != simdjson::SUCCESS) return reader.malformed(error);
    return read(root) && at_end(parsed, reader);
}

}  // namespace

bool parse(std::string& document, Root expected, Reader& reader, const ReadRoot& read) {
    if (without_blanks_behind(document).empty()) return reader.failure.malformed("the body is empty");
    const bool fits =
        expected == Root::scalar ? parse_scalar(document, reader, read) : parse_any(document, reader, read);
    reader.tools().tidy();
    return fits;
}

}  // namespace USAGEKIT_NAMESPACE::wire
