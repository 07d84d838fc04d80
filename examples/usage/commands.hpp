#pragma once

#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "inquiry.hpp"
#include "provider.hpp"
#include "show.hpp"

namespace tool {

/// The subcommands and their options. Parsing fills what is here and chooses `run`. It must stay where it is.
class Commands {
public:
    explicit Commands(std::vector<Provider> providers);
    Commands(const Commands&) = delete;
    Commands& operator=(const Commands&) = delete;

    /// The parser, ready to parse.
    [[nodiscard]] CLI::App& app() noexcept { return app_; }

    /// Does what the subcommand that was given does, and gives the exit code.
    [[nodiscard]] int run(const std::stop_token& stop) const { return action_(stop); }

private:
    void add_provider(const Provider& provider);
    void add_profile();
    void add_all();
    void add_request();
    void add_completion();

    void add_question(CLI::App& command, const Provider& provider);
    void add_profile_name(CLI::App& command);
    void add_profiles_file(CLI::App& command);
    void add_show_options(CLI::App& command);

    [[nodiscard]] Result<std::vector<Inquiry>> profiles() const;
    [[nodiscard]] Result<Inquiry> profile() const;
    [[nodiscard]] Session session(const std::stop_token& stop) const;

    [[nodiscard]] int show_one(const Result<Inquiry>& inquiry, const std::stop_token& stop) const;
    [[nodiscard]] int show_all(const std::stop_token& stop) const;
    [[nodiscard]] int print_request(const Result<Inquiry>& inquiry) const;

    std::vector<Provider> providers_;
    std::map<std::string, Inquiry> inquiries_{};  ///< What options ask of each provider.
    std::string profiles_file_{};
    std::string profile_name_{};
    ShowOptions show_{};
    std::optional<std::chrono::milliseconds> timeout_{};
    bool is_verbose_ = false;
    std::function<int(const std::stop_token&)> action_{};
    CLI::App app_{"Shows what has been used, as providers of usage figures report it.", "usage"};
};

}  // namespace tool
