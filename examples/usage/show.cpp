#include "show.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <unistd.h>
#include <utility>

#include <usagekit/report_analysis.hpp>

#include "colours.hpp"
#include "command_line.hpp"
#include "exit_codes.hpp"
#include "format.hpp"
#include "output.hpp"

namespace tool {

namespace {

struct Failure {
    std::string label{};  ///< Of the inquiry.
    usagekit::Error error{};
};

/// What came of asking once.
struct Round {
    std::vector<usagekit::UsageReport> reports{};
    std::vector<Failure> failures{};

    /// Could one of the failures pass by itself?
    [[nodiscard]] bool has_hope() const {
        return std::any_of(failures.begin(), failures.end(),
                           [](const Failure& failure) { return failure.error.is_transient; });
    }

    /// The exit code of the worst failure.
    [[nodiscard]] int code() const {
        int worst = 0;
        for (const auto& failure : failures) worst = std::max(worst, examples::exit_code(failure.error.kind));
        return worst;
    }
};

Round ask_once(const std::vector<Inquiry>& inquiries, const Session& session) {
    auto results = ask(inquiries, session);
    Round round;
    for (std::size_t place = 0; place < results.size() && !session.stop.stop_requested(); ++place) {
        auto& result = results[place];
        if (result) {
            round.reports.push_back(std::move(result).value());
        } else {
            round.failures.push_back({inquiries[place].label, result.error()});
        }
    }
    return round;
}

/// Colours are for people: not for files and pipes, nor for those who decline them.
bool are_colours_wanted(const ShowOptions& options, bool is_on_terminal) {
    if (options.color != "auto") return options.color == "always";
    return is_on_terminal && !examples::are_colours_declined();
}

Form form_of(const ShowOptions& options, bool is_on_terminal) {
    return {
        .format = options.format,
        .is_drawn = is_on_terminal || options.color == "always",
        .has_colours = are_colours_wanted(options, is_on_terminal),
        .is_list = options.is_list,
    };
}

void complain_of(const std::vector<Failure>& failures) {
    for (const auto& failure : failures) complain(failure.label, to_string(failure.error));
}

/// In place of what stands on the terminal. The failures come last, where they are seen.
int redraw(const Round& round, const ShowOptions& options) {
    std::string text = "\x1b[H\x1b[J";
    text.append(round.reports.empty() ? "There is nothing to show.\n"
                                      : document_of(round.reports, form_of(options, true)));
    const int code = deliver("", text);
    complain_of(round.failures);
    return code;
}

/// The failures come first: the reader of the reports may go.
int append(const Round& round, const ShowOptions& options, bool is_on_terminal) {
    complain_of(round.failures);
    if (round.reports.empty()) return 0;
    return deliver(options.output, document_of(round.reports, form_of(options, is_on_terminal)));
}

int write(const Round& round, const ShowOptions& options) {
    const bool is_on_terminal = options.output.empty() && is_terminal(STDOUT_FILENO);
    const bool is_redrawn = options.watch && is_on_terminal && options.format == "text";
    return is_redrawn ? redraw(round, options) : append(round, options, is_on_terminal);
}

/// Says which metrics are above the percentage, if any.
bool is_any_above(const usagekit::Decimal& percentage, const std::vector<usagekit::UsageReport>& reports) {
    bool is_any = false;
    for (const auto& report : reports) {
        for (const auto& metric : thresholds(report, {.warning = percentage, .critical = percentage})) {
            is_any = true;
            std::string message = metric.name.empty() ? metric.id : metric.name;
            message.append(" is at ").append(metric.percentage.str()).append(" %, above ").append(percentage.str());
            complain(report.subject.value_or(report.provider), message.append(" %"));
        }
    }
    return is_any;
}

bool is_any_comparable(const std::vector<usagekit::UsageReport>& reports) {
    return std::any_of(reports.begin(), reports.end(), [](const usagekit::UsageReport& report) {
        return std::any_of(report.metrics.begin(), report.metrics.end(),
                           [](const usagekit::reports::Metric& metric) { return metric.percentage.has_value(); });
    });
}

/// The exit code that `--fail-above` makes of the reports. A gate that can never close is a mistake, unless a profile
/// that fails for the moment has limits.
int judge(const usagekit::Decimal& percentage, const Round& round) {
    if (is_any_above(percentage, round.reports)) return exit_codes::above;
    if (round.reports.empty() || round.has_hope() || is_any_comparable(round.reports)) return 0;
    complain("", "no metric has a limit to compare with --fail-above");
    return exit_codes::wrong_usage;
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
        if (const int failed = write(round, options); failed != 0) return failed;
        const int verdict = options.fail_above ? judge(*options.fail_above, round) : 0;
        if (!options.watch) return round.failures.empty() ? verdict : round.code();
        if (verdict != 0) return verdict;
        if (round.reports.empty() && !round.has_hope()) return round.code();
        if (!wait(*options.watch, session.stop)) return exit_codes::interrupted;
    }
}

}  // namespace tool
