#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "batch/batch.hpp"
#include "measure.hpp"
#include "peers/curl_easy.hpp"

namespace bench {

namespace {

class Threads {
public:
    Threads(const Place& place, const Service& service, int in_flight, Decode decode) : decode_(decode) {
        for (int number = 0; number < in_flight; ++number) {
            handles_.push_back(std::make_unique<CurlEasy>(place, service.request));
        }
    }

    void run(std::int64_t calls) {
        left_ = calls;
        std::vector<std::jthread> threads;
        for (auto& handle : handles_) {
            threads.emplace_back([this, &handle] {
                while (left_-- > 0) call(*handle);
            });
        }
    }

private:
    void call(CurlEasy& handle) const {
        handle.perform();
        if (decode_ != nullptr && !decode_(handle.body())) give_up("threads: the answer could not be decoded");
    }

    Decode decode_;
    std::vector<std::unique_ptr<CurlEasy>> handles_{};
    std::atomic<std::int64_t> left_ = 0;
};

}  // namespace

Batch curl_threads_batch(const Place& place, const Service& service, int in_flight, Decode decode) {
    return [threads = std::make_shared<Threads>(place, service, in_flight, decode)](std::int64_t calls) {
        threads->run(calls);
    };
}

}  // namespace bench
