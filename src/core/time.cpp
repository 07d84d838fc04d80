#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>

#include <usagekit/time.hpp>

#include "core/refusal.hpp"
#include "core/text.hpp"
#include "core/time_text.hpp"

namespace USAGEKIT_NAMESPACE {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;

/// Reads from left to right; after the first surprise everything fails, so that only the end need be asked.
class Scanner {
public:
    explicit Scanner(std::string_view text) noexcept : text_(text) {}

    /// Exactly `width` digits.
    unsigned number(std::size_t width) noexcept {
        if (text_.size() < width) return fail();
        unsigned value = 0;
        for (std::size_t i = 0; i < width; ++i) {
            if (!is_digit(text_[i])) return fail();
            value = value * 10 + digit(text_[i]);
        }
        text_.remove_prefix(width);
        return value;
    }

    bool skip(char wanted) noexcept {
        if (!text_.starts_with(wanted)) return false;
        text_.remove_prefix(1);
        return true;
    }

    void expect(char wanted) noexcept {
        if (!skip(wanted)) fail();
    }

    /// One digit or more, of which the first six count.
    microseconds fraction() noexcept {
        if (text_.empty() || !is_digit(text_.front())) fail();
        microseconds value{0};
        microseconds unit{100'000};
        for (; !text_.empty() && is_digit(text_.front()); text_.remove_prefix(1)) {
            value += digit(text_.front()) * unit;
            unit /= 10;
        }
        return value;
    }

    unsigned fail() noexcept {
        failed_ = true;
        return 0;
    }

    [[nodiscard]] bool is_complete() const noexcept { return !failed_ && text_.empty(); }

private:
    static bool is_digit(char letter) noexcept { return letter >= '0' && letter <= '9'; }
    static unsigned digit(char letter) noexcept { return static_cast<unsigned>(letter - '0'); }

    std::string_view text_;
    bool failed_ = false;
};

/// What a date-time says, be there such a moment or not.
struct Fields {
    Date date{};
    unsigned hour = 0;
    unsigned minute = 0;
    unsigned second = 0;
    microseconds fraction{0};
    bool is_ahead = true;  ///< Of UTC: the offset is not written with a minus.
    unsigned offset_hour = 0;
    unsigned offset_minute = 0;

    [[nodiscard]] minutes offset() const noexcept {
        const auto size = hours(offset_hour) + minutes(offset_minute);
        return is_ahead ? size : -size;
    }
};

Date scan_date(Scanner& scanner) noexcept {
    const auto year = static_cast<int>(scanner.number(4));
    scanner.expect('-');
    const auto month = scanner.number(2);
    scanner.expect('-');
    const auto day = scanner.number(2);
    return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

void scan_time(Scanner& scanner, Fields& fields) noexcept {
    fields.hour = scanner.number(2);
    scanner.expect(':');
    fields.minute = scanner.number(2);
    scanner.expect(':');
    fields.second = scanner.number(2);
    if (scanner.skip('.')) fields.fraction = scanner.fraction();
}

void scan_offset(Scanner& scanner, Fields& fields) noexcept {
    if (scanner.skip('Z') || scanner.skip('z')) return;
    fields.is_ahead = !scanner.skip('-');
    if (fields.is_ahead) scanner.expect('+');
    fields.offset_hour = scanner.number(2);
    scanner.expect(':');
    fields.offset_minute = scanner.number(2);
}

/// Whether the text has the form of a date-time.
bool scan(std::string_view text, Fields& fields) noexcept {
    Scanner scanner(text);
    fields.date = scan_date(scanner);
    if (!scanner.skip('T')) scanner.expect('t');
    scan_time(scanner, fields);
    scan_offset(scanner, fields);
    return scanner.is_complete();
}

bool has_form_of_timestamp(std::string_view text) noexcept {
    Fields fields;
    return scan(text, fields);
}

bool has_form_of_date(std::string_view text) noexcept {
    Scanner scanner(text);
    static_cast<void>(scan_date(scanner));
    return scanner.is_complete();
}

bool are_in_range(const Fields& fields) noexcept {
    return fields.date.ok() && fields.hour <= 23 && fields.minute <= 59 && fields.second <= 60
           && fields.offset_hour <= 23 && fields.offset_minute <= 59;
}

Error refused(std::string_view text, std::string_view complaint, std::string_view example) {
    return refusal(concat(in_quotes(text), complaint), concat("write it as ", example));
}

void append_number(std::string& text, std::int64_t value, std::size_t width) {
    std::array<char, 20> digits;
    const auto* end = std::to_chars(digits.data(), digits.data() + digits.size(), value < 0 ? -value : value).ptr;
    const auto length = static_cast<std::size_t>(end - digits.data());
    if (value < 0) text += '-';
    if (length < width) text.append(width - length, '0');
    text.append(digits.data(), length);
}

void append_date(std::string& text, std::int64_t year, Date date) {
    append_number(text, year, 4);
    text += '-';
    append_number(text, static_cast<unsigned>(date.month()), 2);
    text += '-';
    append_number(text, static_cast<unsigned>(date.day()), 2);
}

void append_days(std::string& text, std::int64_t since_1970) {
    // chrono's years end at 32767, a Timestamp's beyond 290000: print a year of the same form, 400 years repeat.
    constexpr std::int64_t days_of_400_years = 146'097;
    const auto cycles = since_1970 / days_of_400_years;
    const Date date = sys_days(days(since_1970 % days_of_400_years));
    append_date(text, static_cast<int>(date.year()) + 400 * cycles, date);
}

void append_time(std::string& text, microseconds since_midnight) {
    const std::chrono::hh_mm_ss time(since_midnight);
    append_number(text, time.hours().count(), 2);
    text += ':';
    append_number(text, time.minutes().count(), 2);
    text += ':';
    append_number(text, time.seconds().count(), 2);
    if (time.subseconds() == microseconds(0)) return;
    text += '.';
    append_number(text, time.subseconds().count(), 6);
}

// Beyond these a moment could be read, by its zone, and not be written in UTC.
constexpr Timestamp first_moment = sys_days(std::chrono::year(0) / 1 / 1);
constexpr Timestamp end_of_moments = sys_days(std::chrono::year(10'000) / 1 / 1);

}  // namespace

bool read_timestamp(std::string_view text, Timestamp& time) noexcept {
    Fields fields;
    if (!scan(text, fields) || !are_in_range(fields)) return false;
    const auto minute = sys_days(fields.date) + hours(fields.hour) + minutes(fields.minute) - fields.offset();
    const bool is_leap_second = fields.second == 60;
    if (is_leap_second && (minute + minutes(1)).time_since_epoch() % days(1) != minutes(0)) return false;
    const Timestamp moment = minute + seconds(fields.second) + (is_leap_second ? microseconds(0) : fields.fraction);
    if (moment < first_moment || moment >= end_of_moments) return false;
    time = moment;
    return true;
}

bool read_date(std::string_view text, Date& date) noexcept {
    Scanner scanner(text);
    const auto scanned = scan_date(scanner);
    if (!scanner.is_complete() || !scanned.ok()) return false;
    date = scanned;
    return true;
}

Result<Timestamp> parse_timestamp(std::string_view text) {
    Timestamp time{};
    if (read_timestamp(text, time)) return time;
    return refused(text,
                   has_form_of_timestamp(text) ? " is not a date-time that exists" : " is not an RFC 3339 date-time",
                   "2024-08-01T13:50:48Z");
}

Result<Date> parse_date(std::string_view text) {
    Date date{};
    if (read_date(text, date)) return date;
    return refused(text, has_form_of_date(text) ? " is not a date that exists" : " is not an RFC 3339 date",
                   "2024-01-31");
}

std::string to_string(Timestamp time) {
    // chrono::floor would leave the range of Timestamp on its first day.
    constexpr std::int64_t day = microseconds(days(1)).count();
    const auto count = time.time_since_epoch().count();
    const auto since_midnight = (count % day + day) % day;
    std::string text;
    text.reserve(32);
    append_days(text, count / day - (count % day < 0 ? 1 : 0));
    text += 'T';
    append_time(text, microseconds(since_midnight));
    return text += 'Z';
}

std::string to_string(const DateOrTimestamp& time) {
    return std::visit([](auto one) { return to_string(one); }, time);
}

std::string to_string(Date date) {
    std::string text;
    append_date(text, static_cast<int>(date.year()), date);
    return text;
}

}  // namespace USAGEKIT_NAMESPACE
