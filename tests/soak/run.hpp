#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <usagekit/wiremock/client.hpp>

#include "footprint.hpp"
#include "plan.hpp"
#include "stopper.hpp"
#include "traffic.hpp"

using OrganisationCall = usagekit::Call<usagekit::wiremock::Organisation>;
using OrganisationResult = usagekit::Result<usagekit::wiremock::Organisation>;

/// Makes the calls of a plan and looks at their results. Members may be used on several threads at once, save `close`.
class Run {
public:
    Run(const Plan& plan, const std::string& base_url);
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    [[nodiscard]] std::size_t size() const noexcept { return plan_.size(); }

    /// The number of a call that nobody has made yet; nothing when there is no more.
    [[nodiscard]] std::optional<std::size_t> next();

    [[nodiscard]] OrganisationCall call(std::size_t number);

    /// A call has ended. Prints now and then what the process holds.
    void note_end();

    /// Looks at a result, and prints it when it is not what it must be.
    void judge(std::size_t number, const OrganisationResult& result);

    /// Both.
    void take(std::size_t number, const OrganisationResult& result);

    /// Waits until all calls have ended.
    void wait() const;

    /// The results of all calls take so much memory until all have ended; nothing, when each is thrown away.
    void keeps(double megabytes) noexcept { kept_ = megabytes; }

    /// Destroys the clients, and with them all that is of the library's.
    void close();

    /// Prints what was done, and that memory was at most so much more than before. Did every call give, once, the
    /// result that it must, and did memory not grow beyond the results? As many requests as `at_once` must have been
    /// under way at the same time.
    [[nodiscard]] bool report(int at_once, double most_megabytes) const;

private:
    /// On one transport.
    struct Clients {
        usagekit::wiremock::Client patient;    // waits even where the machine is slow
        usagekit::wiremock::Client impatient;  // asks what is never answered
    };

    struct Stage {
        std::size_t calls;
        double megabytes;
    };

    [[nodiscard]] bool is_flat(int at_once) const;
    [[nodiscard]] double growth() const;
    [[nodiscard]] std::size_t not_once() const;

    const Plan& plan_;
    const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    Traffic traffic_{};
    std::atomic<std::size_t> made_ = 0;
    std::atomic<std::size_t> ended_ = 0;
    std::atomic<std::size_t> wrong_ = 0;
    std::vector<std::atomic<int>> times_judged_;
    std::mutex mutex_{};
    std::vector<Stage> stages_{};
    double kept_ = 0;
    std::optional<Stopper> stopper_{std::in_place};
    std::optional<Clients> clients_{};  // the last, since their thread uses the others until it ends
};
