// What is refused only where a model is read or written. One file, since simdjson takes the compiler long to read.
//
// MISTAKE double int unsigned: a count is std::int64_t, an amount is Decimal
// MISTAKE optional_of_optional: an optional of an optional cannot be told apart in JSON
// MISTAKE model_without_table nested_model_without_table: a model needs wire::fields<Model>
// MISTAKE members_of_a_base: the table of this model lists the members of another one
// MISTAKE open_without_labels: an Open<Enum> needs wire::labels<Enum>
// MISTAKE secret_as_query_parameter: this type cannot be a query parameter
#include <cstdint>
#include <optional>
#include <string>

#include <usagekit/open_enum.hpp>
#include <usagekit/secret.hpp>

#include "wire/model.hpp"
#include "wire/query.hpp"

namespace usagekit {

enum class Colour { red, blue };

#ifndef MISTAKE_open_without_labels
template <>
inline constexpr auto wire::labels<Colour> = Labels{
    label("RED", Colour::red),
    label("BLUE", Colour::blue),
};
#endif

struct Inner {
    std::int64_t used = 0;
};

#ifndef MISTAKE_nested_model_without_table
template <>
inline constexpr auto wire::fields<Inner> = Table{
    field("used", &Inner::used),
};
#endif

struct Window {
#if defined(MISTAKE_double)
    double limit{};
#elif defined(MISTAKE_int)
    int limit{};
#elif defined(MISTAKE_unsigned)
    unsigned limit{};
#elif defined(MISTAKE_optional_of_optional)
    std::optional<std::optional<std::int64_t>> limit{};
#else
    std::optional<std::int64_t> limit{};
#endif
    Inner inner{};
    Open<Colour> colour{};
};

#ifndef MISTAKE_model_without_table
template <>
inline constexpr auto wire::fields<Window> = Table{
    field("limit", &Window::limit),
    field("inner", &Window::inner),
    field("colour", &Window::colour),
};
#endif

template struct wire::Codec<Window>;

#ifdef MISTAKE_members_of_a_base
struct Wider : Inner {
    std::int64_t left = 0;
};

template <>
inline constexpr auto wire::fields<Wider> = Table{
    field("used", &Wider::used),
};

template struct wire::Codec<Wider>;
#endif

struct Filter {
#ifdef MISTAKE_secret_as_query_parameter
    Secret text{};
#else
    std::string text{};
#endif
};

template <>
inline constexpr auto wire::fields<Filter> = Table{
    field("text", &Filter::text),
};

template std::string wire::to_query(const Filter&);

}  // namespace usagekit
