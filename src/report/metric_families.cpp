#include "report/metric_families.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE {

namespace {

/// Line breaks have an escape of their own, and other control characters none.
std::string escaped(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        for (const char c : printable(text.substr(0, end))) {
            if (c == '\\' || c == '"') out += '\\';
            out += c;
        }
        if (end < text.size()) out += "\\n";
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

/// Of a double quote in a help text the one format wants an escape, which the other refuses.
std::string escaped_help(std::string_view help) {
    std::string text(help);
    std::replace(text.begin(), text.end(), '"', '\'');
    return escaped(text);
}

/// Every digit, without an exponent; but Prometheus refuses what is beyond the range of double, so that is infinite.
std::string written(const Decimal& value) {
    auto text = (value + 0).str();
    const bool may_be_too_large = std::min(text.find('.'), text.size()) > std::numeric_limits<double>::max_exponent10;
    if (may_be_too_large && std::isinf(value.to_double().value)) return text.front() == '-' ? "-Inf" : "+Inf";
    return text;
}

}  // namespace

void Labels::add(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    text_.append(text_.empty() ? "" : ",").append(name).append("=\"").append(escaped(value)).append("\"");
}

MetricFamilies::Family& MetricFamilies::family_of(const FamilyHead& head) {
    const auto [place, is_new] = places_.try_emplace(head.name, families_.size());
    if (is_new) families_.push_back({.head = head});
    auto& family = families_[place->second];
    family.head.is_gauge = family.head.is_gauge && head.is_gauge;
    return family;
}

void MetricFamilies::add(const FamilyHead& head, const Labels& labels, int occurrence, const Decimal& value) {
    auto& family = family_of(head);
    auto& last = family.occurrences[labels.str()];
    last = std::max(last + 1, occurrence);
    auto all = labels;
    if (last > 1) all.add("occurrence", std::to_string(last));
    family.samples.append(head.name);
    if (!all.str().empty()) family.samples.append("{").append(all.str()).append("}");
    family.samples.append(" ").append(written(value)).append("\n");
}

std::string MetricFamilies::text() const {
    std::string out;
    for (const auto& [head, samples, occurrences] : families_) {
        out.append("# HELP ").append(head.name).append(" ").append(escaped_help(head.help)).append("\n");
        if (head.is_gauge) out.append("# TYPE ").append(head.name).append(" gauge\n");
        if (!head.unit.empty() && head.name.ends_with(concat("_", head.unit))) {
            out.append("# UNIT ").append(head.name).append(" ").append(head.unit).append("\n");
        }
        out += samples;
    }
    return out += "# EOF\n";
}

}  // namespace USAGEKIT_NAMESPACE
