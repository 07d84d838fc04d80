#include <algorithm>
#include <atomic>
#include <memory>
#include <system_error>

#include <usagekit/batch.hpp>

#include "call/engine.hpp"
#include "call/modes.hpp"
#include "call/scheduler.hpp"

namespace USAGEKIT_NAMESPACE::call {

namespace {

/// Runs the calls of several sources, each in turn, on one scheduler.
class Batch {
public:
    Batch(const std::vector<BatchSource*>& sources, const BatchOptions& options);

    void run();

private:
    /// A source and how far it has come.
    struct Supply {
        BatchSource* source;
        std::size_t taken = 0;
        std::size_t not_begun = 0;
        bool is_empty = false;
    };

    /// One call of the batch.
    class BatchJob final : public Job {
    public:
        BatchJob(Batch& batch, Supply& supply, Operation& operation)
            : Job(operation), batch_(batch), supply_(supply), number_(supply.taken - 1) {}
        void begun() override { --supply_.not_begun; }
        void ended() override { batch_.take(supply_, number_); }

    private:
        Batch& batch_;
        Supply& supply_;
        std::size_t number_;
    };

    void fill();
    void fetch(Supply& supply);
    void add(Supply& supply, Operation& operation);
    [[nodiscard]] bool start(Operation& operation);
    void take(Supply& supply, std::size_t number);
    [[nodiscard]] SchedulerLimits limits() const noexcept;

    const BatchOptions& options_;
    std::vector<Supply> supplies_{};
    BatchProgress progress_{};
    std::shared_ptr<const Service> home_{};  // whose transport the scheduler uses
    std::optional<Scheduler> scheduler_{};
};

Batch::Batch(const std::vector<BatchSource*>& sources, const BatchOptions& options) : options_(options) {
    progress_.calls = 0;
    for (auto* source : sources) {
        supplies_.push_back({.source = source});
        const auto size = source->size();
        progress_.calls = progress_.calls && size ? std::optional(*progress_.calls + *size) : std::nullopt;
    }
}

void Batch::run() {
    std::atomic<bool> is_stopped = false;
    fill();
    if (!scheduler_) return;
    const std::stop_callback stop(options_.stop, [&] {
        is_stopped = true;
        scheduler_->wake();
    });
    while (!scheduler_->is_idle()) {
        if (is_stopped) scheduler_->stop_all();
        scheduler_->step();
        fill();
    }
}

void Batch::fill() {
    bool has_more = true;
    while (has_more) {
        has_more = false;
        for (auto& supply : supplies_) {
            if (supply.is_empty || supply.not_begun >= std::max<std::size_t>(options_.max_in_flight, 1)) continue;
            fetch(supply);
            has_more = true;
        }
    }
}

void Batch::fetch(Supply& supply) {
    const auto operation = supply.source->next();
    if (!operation) {
        supply.is_empty = true;
        return;
    }
    ++supply.taken;
    if (*operation == nullptr || is_refused_here(**operation)) return take(supply, supply.taken - 1);
    add(supply, **operation);
}

void Batch::add(Supply& supply, Operation& operation) {
    if (!scheduler_ && !start(operation)) return take(supply, supply.taken - 1);
    ++supply.not_begun;
    scheduler_->add(std::make_unique<BatchJob>(*this, supply, operation));
}

/// Connections are waited for by descriptors of the system, of which it may have no more.
bool Batch::start(Operation& operation) try {
    home_ = operation.lease();
    scheduler_.emplace(operation.engine().transport(), limits());
    return true;
} catch (const std::system_error& error) {
    operation.refuse(no_resources("no connections can be made for the batch", error));
    return false;
}

void Batch::take(Supply& supply, std::size_t number) {
    const bool is_value = supply.source->take(number);
    ++progress_.ended;
    if (!is_value) ++progress_.failed;
    if (!options_.progress) return;
    try {
        options_.progress(progress_);
    } catch (...) {  // watching a batch must not change it
    }
}

SchedulerLimits Batch::limits() const noexcept {
    return {.in_all = options_.max_in_flight,
            .per_host = options_.per_host == 0 ? options_.max_in_flight : options_.per_host};
}

}  // namespace

void run_batch(const std::vector<BatchSource*>& sources, const BatchOptions& options) { Batch(sources, options).run(); }

}  // namespace USAGEKIT_NAMESPACE::call
