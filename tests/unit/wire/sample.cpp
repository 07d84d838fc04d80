#include "sample.hpp"

#include "wire/label.hpp"
#include "wire/model.hpp"
#include "wire/query.hpp"

namespace usagekit {

using namespace sample;

template <>
inline constexpr auto wire::labels<Colour> = Labels{label("RED", Colour::red), label("BLUE", Colour::blue)};

template <>
inline constexpr auto wire::fields<Inner> = Table{
    field("count", &Inner::count),
    field("note", &Inner::note),
};

template <>
inline constexpr auto wire::fields<Sample> = Table{
    field("id", &Sample::id),
    field("text", &Sample::text),
    field("flag", &Sample::flag),
    field("count", &Sample::count),
    field("amount", &Sample::amount),
    as_text(field("price", &Sample::price)),
    field("at", &Sample::at),
    field("day", &Sample::day),
    field("colour", &Sample::colour),
    field("inner", &Sample::inner),
    required(field("limit", &Sample::limit)),
    field("list", &Sample::list),
    field("amounts", &Sample::amounts),
    field("anything", &Sample::anything),
    field("key", &Sample::key),
    additional(&Sample::others),
};

template <>
inline constexpr auto wire::fields<Query> = Table{
    field("id", &Query::id),
    field("start_date", &Query::start_date),
    field("tag", &Query::tags),
    field("colour", &Query::colour),
    field("deep", &Query::deep),
    field("until", &Query::until),
    comma_separated(field("list", &Query::list)),
    in_path(field("owner", &Query::owner)),
};

template <>
inline constexpr auto wire::fields<Request> = Table{
    in_path(field("id", &Request::id)), field("day", &Request::day),
    field("until", &Request::until),    comma_separated(field("tags", &Request::tags)),
    field("inner", &Request::inner),
};

template <>
inline constexpr auto wire::fields<Named> = Table{
    field("inners", &Named::inners),
    additional(&Named::others),
};

namespace wire {

template struct Codec<Inner>;
template struct Codec<Sample>;
template std::optional<Error> decode_into(Inner&, std::string&, const DecodeOptions&);
template std::optional<Error> decode_into(Sample&, std::string&, const DecodeOptions&);
template std::string to_query(const Query&);
template std::string Codec<Request>::to_json(const Request&);
template std::string to_body(const Request&);
template struct Codec<Named>;
template struct Codec<DateOrTimestamp>;

}  // namespace wire

}  // namespace usagekit
