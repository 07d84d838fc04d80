#include "show.hpp"

#include <algorithm>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <unistd.h>
#include <utility>

#include <usagekit/report_analysis.hpp>

#include "command_line.hpp"
#include "exit_codes.hpp"
#include "format.hpp"
#include "output.hpp"

namespace tool {

namespace {

/// What came of asking once.
struct Round {
    std::vector<usagekit::UsageReport> reports{};
    int code = 0;                  ///< Of the worst error.
    bool is_worth_asking = false;  ///< Could the next round be better?
};

Round ask_once(const std::vector<Inquiry>& inquiries, const Session& session) {
    auto results = ask(inquiries, session);
    Round round;
    for (std::size_t place = 0; place < results.size() && !session.stop.stop_requested(); ++place) {
        auto& result = results[place];
        round.is_worth_asking = round.is_worth_asking || result || result.error().is_transient;
        if (result) {
            round.reports.push_back(std::move(result).value());
        } else {
            complain(inquiries[place].label, to_string(result.error()));
            round.code = std::max(round.code, examples::exit_code(result.error().kind));
        }
    }
    return round;
}

/// Colours are for people: not for files and pipes, nor for those who decline them (https://no-color.org).
bool are_colours_wanted(const ShowOptions& options, bool is_on_terminal) {
    const char* declined = std::getenv("NO_COLOR");
    const bool are_declined = declined != nullptr && *declined != '\0';
    return options.color == "always" || (options.color == "auto" && is_on_terminal && !are_declined);
}

Form form_of(const ShowOptions& options, bool is_on_terminal) {
    return {
        .format = options.format,
        .is_drawn = is_on_terminal || options.color == "always",
        .has_colours = are_colours_wanted(options, is_on_terminal),
        .is_list = options.is_list,
    };
}

int write(const std::vector<usagekit::UsageReport>& reports, const ShowOptions& options) {
    if (reports.empty()) return 0;
    const bool is_on_terminal = options.output.empty() && is_terminal(STDOUT_FILENO);
    const bool is_redrawn = options.watch && is_on_terminal && options.format == "text";
    std::string text = is_redrawn ? "\x1b[H\x1b[J" : "";
    text.append(document_of(reports, form_of(options, is_on_terminal)));
    return deliver(options.output, text);
}

/// Says which metrics are above the percentage, if any.
bool is_any_above(const usagekit::Decimal& percentage, const std::vector<usagekit::UsageReport>& reports) {
    bool is_any = false;
    for (const auto& report : reports) {
        for (const auto& metric : thresholds(report, {.warning = percentage, .critical = percentage})) {
            is_any = true;
            std::string message = metric.name;
            message.append(" is at ").append(metric.percentage.str()).append(" %, above ").append(percentage.str());
            complain(report.subject.value_or(report.provider), message.append(" %"));
        }
    }
    return is_any;
}

/// False when a stop was requested meanwhile.
bool wait(std::chrono::milliseconds span, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any nothing_else;
    std::unique_lock lock(mutex);
    nothing_else.wait_for(lock, stop, span, [] { return false; });
    return !stop.stop_requested();
}

}  // namespace

int show(const std::vector<Inquiry>& inquiries, const ShowOptions& options, const Session& session) {
    for (;;) {
        const auto round = ask_once(inquiries, session);
        if (session.stop.stop_requested()) return exit_codes::interrupted;
        if (const int failed = write(round.reports, options); failed != 0) return failed;
        const bool is_above = options.fail_above && is_any_above(*options.fail_above, round.reports);
        const int code = round.code == 0 && is_above ? exit_codes::above : round.code;
        if (!options.watch || is_above || !round.is_worth_asking) return code;
        if (!wait(*options.watch, session.stop)) return exit_codes::interrupted;
    }
}

}  // namespace tool
