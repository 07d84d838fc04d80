#include <algorithm>
#include <cstddef>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include <usagekit/testing/recording.hpp>

#include "core/refusal.hpp"
#include "core/text.hpp"
#include "http/message.hpp"
#include "testing/files.hpp"
#include "testing/record.hpp"
#include "wire/codec.hpp"

namespace USAGEKIT_NAMESPACE::testing {

namespace fs = std::filesystem;

namespace {

constexpr auto advice_for_files =
    "see that the folder can be written to and has room, and record again into an empty one";

/// A request that was recorded, and what it was answered, a file each.
struct Story {
    RecordedRequest request{};
    std::vector<ResponseDefinition> answers{};
    std::vector<std::string> files{};
    std::size_t written = 0;  // how many of the files
    std::size_t repeats = 0;  // of the last answer; they make no difference unless another one follows
};

std::string state(std::size_t index) { return index == 0 ? std::string(first_state) : std::to_string(index + 1); }

Mapping mapping_of(const Story& story, std::size_t index) {
    Mapping mapping{
        .priority = story.request.priority, .request = story.request.pattern, .response = story.answers[index]};
    if (story.answers.size() == 1) return mapping;
    mapping.scenario_name = story.files.front();
    mapping.required_scenario_state = state(index);
    if (index + 1 < story.answers.size()) mapping.new_scenario_state = state(index + 1);
    return mapping;
}

std::optional<Error> refuse_options(const RecordingOptions& options) {
    for (const auto& name : options.matched_headers) {
        if (http::carries_credentials(name)) {
            return refusal(
                concat("RecordingOptions::matched_headers has ", in_quotes(name), ", which carries credentials"),
                "leave it out: its value would stand in the files");
        }
    }
    return std::nullopt;
}

/// Only text can stand in a file of JSON.
std::optional<Error> refuse_bytes(const RecordedRequest& request, const ResponseDefinition& answer) {
    if (wire::is_utf8(write_mapping({.request = request.pattern, .response = answer}))) return std::nullopt;
    return refusal("a query or header field that is not UTF-8 cannot be recorded", "record a session without it");
}

}  // namespace

/// Turns exchanges into files.
class RecordingTransport::Recorder {
public:
    Recorder(fs::path folder, RecordingOptions options)
        : folder_(std::move(folder)), options_(std::move(options)), mask_(options_.secrets) {}

    /// Gives why it cannot be recorded.
    std::optional<Error> record(const http::Request& request, const Result<http::Response>& answer) {
        const std::lock_guard lock(mutex_);
        mask_.learn(request);
        if (answer) mask_.learn(answer.assume_value());
        auto asked = recorded_request(request, mask_, options_.matched_headers);
        if (!asked) return std::move(asked).assume_error();
        auto answered = recorded_answer(request, answer, mask_);
        if (!answered) {
            return refusal("WireMock's mapping files have no way to say what came", "record a session without it");
        }
        if (auto error = refuse_bytes(asked.assume_value(), *answered)) return error;
        auto& story = story_of(std::move(asked).assume_value());
        const auto answers = story.answers.size();
        const auto repeats = story.repeats;
        auto error = add(story, *std::move(answered));
        if (error) {  // the same answer, when it comes again, is written again
            story.answers.resize(answers);
            story.repeats = repeats;
        }
        return error;
    }

private:
    Story& story_of(RecordedRequest request) {
        const auto known = std::find_if(stories_.begin(), stories_.end(), [&](const Story& story) {
            return are_same(story.request.pattern, request.pattern);
        });
        return known != stories_.end() ? *known : stories_.emplace_back(Story{.request = std::move(request)});
    }

    std::optional<Error> add(Story& story, ResponseDefinition answer) {
        if (!story.answers.empty() && story.answers.back() == answer) return ++story.repeats, std::nullopt;
        const auto before = story.answers.size();
        if (before > 0)
            story.answers.insert(story.answers.end(), std::exchange(story.repeats, 0), story.answers.back());
        story.answers.push_back(std::move(answer));
        while (story.files.size() < story.answers.size()) story.files.push_back(new_name(story.request.stem));
        // another one follows the last of before now
        for (auto index = before > 0 ? before - 1 : 0; index < story.answers.size(); ++index) {
            const bool is_own = index < story.written;
            if (auto error = write(story, index, is_own ? Existing::replaced : Existing::kept)) return error;
            story.written = std::max(story.written, index + 1);
        }
        return std::nullopt;
    }

    std::optional<Error> write(const Story& story, std::size_t index, Existing existing) const {
        const auto file = folder_ / concat(story.files[index], ".json");
        const auto why = write_file(file, write_mapping(mapping_of(story, index)), existing);
        if (why.empty()) return std::nullopt;
        return refusal(concat("the recording ", file.string(), " could not be written: ", why), advice_for_files);
    }

    /// Where upper and lower case are not told apart, too.
    std::string new_name(const std::string& stem) {
        auto name = stem;
        for (int number = 2; !names_.insert(lowered(name)).second; ++number) {
            name = concat(stem, "-", std::to_string(number));
        }
        return name;
    }

    std::mutex mutex_{};
    fs::path folder_;
    RecordingOptions options_;
    Mask mask_;
    std::vector<Story> stories_{};
    std::set<std::string> names_{};
};

RecordingTransport::RecordingTransport(std::shared_ptr<http::Transport> inner, std::unique_ptr<Recorder> recorder)
    : inner_(std::move(inner)), recorder_(std::move(recorder)) {}

RecordingTransport::~RecordingTransport() = default;

Result<std::shared_ptr<RecordingTransport>> RecordingTransport::into_folder(const fs::path& folder,
                                                                            std::shared_ptr<http::Transport> inner,
                                                                            RecordingOptions options) {
    if (auto error = refuse_options(options)) return *std::move(error);
    const auto mappings = folder / "mappings";
    try {
        fs::create_directories(mappings);
        if (!json_files_below(mappings).empty()) {
            return refusal(concat("there are mapping files in ", mappings.string(), " already"),
                           "record into an empty folder, or remove them: a recording overwrites nothing");
        }
    } catch (const fs::filesystem_error& error) {
        return refusal(error.what(), advice_for_files);
    }
    if (inner == nullptr) inner = std::make_shared<http::CurlTransport>();
    auto recorder = std::make_unique<Recorder>(mappings, std::move(options));
    return std::shared_ptr<RecordingTransport>(new RecordingTransport(std::move(inner), std::move(recorder)));
}

http::Exchange RecordingTransport::send(const http::Request& request) {
    auto exchange = inner_->send(request);
    if (!exchange.answer) {
        const auto kind = exchange.answer.assume_error().kind;
        if (kind == ErrorKind::cancelled || kind == ErrorKind::invalid_request) return exchange;
    }
    auto error = recorder_->record(request, exchange.answer);
    if (!error) return exchange;
    if (exchange.answer) {
        exchange.answer = *std::move(error);
    } else {
        auto& own = exchange.answer.assume_error();
        own.message.append(" (not recorded: ").append(error->message).append(")");
        own.is_transient = false;
    }
    return exchange;
}

}  // namespace USAGEKIT_NAMESPACE::testing
