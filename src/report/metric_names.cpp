#include "report/metric_names.hpp"

#include <algorithm>
#include <cstddef>

#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE {

namespace {

struct Spelling {
    std::string_view refused;
    std::string_view used;
};

/// Abbreviated units, types of metrics, and endings that belong to a type. Where an abbreviation has another meaning,
/// too (`us` is a region as well), it only gets a letter more; the label `metric` has the ID as it is.
constexpr Spelling words[] = {
    {"ms", "millisecond"},
    {"ns", "nanosecond"},
    {"sec", "seconds"},
    {"kb", "kilobyte"},
    {"mb", "megabyte"},
    {"gb", "gigabyte"},
    {"tb", "terabyte"},
    {"pb", "petabyte"},
    {"b", "bx"},
    {"d", "dx"},
    {"h", "hx"},
    {"m", "mx"},
    {"s", "sx"},
    {"us", "usx"},
    {"counter", "counters"},
    {"gauge", "gauges"},
    {"summary", "summaries"},
    {"histogram", "histograms"},
};

/// Units as they are abbreviated, to the letter: `kB` and `KiB` are no camel case.
constexpr Spelling units[] = {
    {"%", "percent"},      {"B", "bytes"},      {"kB", "kilobyte"},  {"KB", "kilobyte"},  {"KiB", "kibibyte"},
    {"MiB", "mebibyte"},   {"GiB", "gibibyte"}, {"TiB", "tebibyte"}, {"PiB", "pebibyte"}, {"s", "seconds"},
    {"us", "microsecond"}, {"min", "minute"},   {"h", "hour"},       {"d", "day"},
};

/// Words that would change what a name says when they stand at its end, where a unit does.
constexpr Spelling endings[] = {
    {"bucket", "buckets"}, {"count", "counts"}, {"ratio", "ratios"}, {"sum", "sums"}, {"total", "totals"},
};

/// What promlint takes for a unit, with any of the prefixes.
struct Unit {
    std::string_view plural;
    std::string_view singular;
    bool is_base = false;
};
constexpr Unit lint_units[] = {
    {"amperes", "ampere", true},
    {"bytes", "byte", true},
    {"celsius", "degc", true},
    {"grams", "gram", true},
    {"joules", "joule", true},
    {"kelvin", "degk", true},
    {"meters", "meter", true},
    {"metres", "metre", true},
    {"seconds", "second", true},
    {"volts", "volt", true},
    {"minutes", "minute"},
    {"hours", "hour"},
    {"days", "day"},
    {"weeks", "week"},
    {"kelvins", "degk"},
    {"fahrenheit", "degf"},
    {"rankine", "degr"},
    {"inches", "inch"},
    {"yards", "yard"},
    {"miles", "mile"},
    {"bits", "bit"},
    {"calories", "calorie"},
    {"pounds", "pound"},
    {"ounces", "ounce"},
};
constexpr std::string_view lint_prefixes[] = {
    "pico", "nano", "micro", "milli", "centi", "deci", "deca", "hecto", "kilo",
    "kibi", "mega", "mibi",  "giga",  "gibi",  "tera", "tebi", "peta",  "pebi",
};

template <std::size_t Count>
std::string_view respelled(std::string_view word, const Spelling (&table)[Count]) {
    const auto* const found = std::find_if(std::begin(table), std::end(table),
                                           [&](const Spelling& spelling) { return spelling.refused == word; });
    return found == std::end(table) ? word : found->used;
}

/// promlint wants base units. To convert is not for a writer (is a `GB` of 2^30 bytes?): a singular is let through.
std::string without_scaled_unit(std::string_view word) {
    for (const auto& unit : lint_units) {
        if (!word.ends_with(unit.plural)) continue;
        const auto prefix = word.substr(0, word.size() - unit.plural.size());
        const bool is_prefixed =
            std::find(std::begin(lint_prefixes), std::end(lint_prefixes), prefix) != std::end(lint_prefixes);
        if (is_prefixed || (prefix.empty() && !unit.is_base)) return concat(prefix, unit.singular);
    }
    return std::string(word);
}

/// Is there a word's begin: `C` in `apiCalls`, `K` in `APIKeys`?
bool begins_word(std::string_view text, std::size_t i) {
    if (i == 0 || !is_upper(text[i])) return false;
    const bool behind_lower = is_lower(text[i - 1]) || is_digit(text[i - 1]);
    return behind_lower || (is_upper(text[i - 1]) && i + 1 < text.size() && is_lower(text[i + 1]));
}

std::string words_of(std::string_view text) {
    std::string out;
    bool is_apart = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        is_apart = is_apart || begins_word(text, i);
        if (!is_letter_or_digit(text[i])) {
            is_apart = true;
            continue;
        }
        if (is_apart && !out.empty()) out += '_';
        is_apart = false;
        out += is_upper(text[i]) ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    }
    return out;
}

template <class Respell>
std::string each_word(std::string_view name, const Respell& respell) {
    std::string out;
    while (!name.empty()) {
        const auto end = std::min(name.find('_'), name.size());
        out.append(out.empty() ? "" : "_").append(respell(name.substr(0, end)));
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return out;
}

}  // namespace

std::string snake_case(std::string_view text) {
    auto name = words_of(text);
    return name.empty() ? "unnamed" : name;
}

std::string metric_name_part(std::string_view text) {
    return each_word(snake_case(text),
                     [](std::string_view word) { return without_scaled_unit(respelled(word, words)); });
}

std::string unit_name_part(std::string_view unit) {
    const auto name = words_of(respelled(unit, units));
    if (name.empty()) return {};
    return each_word(metric_name_part(name), [](std::string_view word) { return respelled(word, endings); });
}

const std::string& DimensionLabels::label_of(const std::string& dimension) {
    const auto [place, is_new] = labels_.try_emplace(dimension);
    if (!is_new) return place->second;
    const auto wanted = concat("dimension_", snake_case(dimension));
    auto& uses = uses_.try_emplace(wanted, 1).first->second;
    auto& label = place->second = wanted;
    while (!taken_.insert(label).second) label = concat(wanted, "_", std::to_string(++uses));
    return label;
}

}  // namespace USAGEKIT_NAMESPACE
