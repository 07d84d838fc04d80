#include "http/header_list.hpp"

#include <algorithm>

#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::http {

curl_slist* HeaderList::fill(const Headers& headers, bool has_body) {
    text_.clear();
    starts_.clear();
    if (!headers.find("Accept-Encoding")) add("Accept-Encoding", ": ", "gzip");
    for (const auto& [name, value] : headers) {
        const bool is_blank = trimmed(value).empty();
        add(name, is_blank ? ";" : ": ", is_blank ? "" : value);  // libcurl's spelling of an empty value
    }
    if (!headers.find("Accept")) add("Accept", ":", "");
    if (has_body && !headers.find("Content-Type")) add("Content-Type", ":", "");
    if (has_body && !headers.find("Expect")) add("Expect", ":", "");
    link();
    return nodes_.data();
}

void HeaderList::wipe() noexcept { std::fill(text_.begin(), text_.end(), '\0'); }

void HeaderList::add(std::string_view name, std::string_view separator, std::string_view value) {
    starts_.push_back(text_.size());
    text_.append(name).append(separator).append(value).push_back('\0');
}

void HeaderList::link() {
    nodes_.resize(starts_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        const bool is_last = i + 1 == nodes_.size();
        nodes_[i] = {.data = text_.data() + starts_[i], .next = is_last ? nullptr : &nodes_[i + 1]};
    }
}

}  // namespace USAGEKIT_NAMESPACE::http
