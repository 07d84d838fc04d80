#include "commands.hpp"

#include <iostream>
#include <iterator>
#include <unistd.h>
#include <utility>

#include <usagekit/json.hpp>
#include <usagekit/version.hpp>

#include "command_line.hpp"
#include "completion.hpp"
#include "curl_line.hpp"
#include "exit_codes.hpp"
#include "format.hpp"
#include "options.hpp"
#include "output.hpp"
#include "profiles.hpp"
#include "progress_line.hpp"
#include "token.hpp"

namespace tool {

namespace {

std::string text(std::initializer_list<std::string_view> parts) {
    std::string whole;
    for (const auto part : parts) whole.append(part);
    return whole;
}

/// JSON can hold no other text, and the library's reader says so.
bool is_utf8(const std::string& text) { return usagekit::from_json<std::string>(usagekit::to_json(text)).has_value(); }

/// Says what is wrong with options or profiles, in one line.
int refuse(const usagekit::Error& error) {
    complain("", words(error));
    return exit_codes::wrong_usage;
}

}  // namespace

Commands::Commands(std::vector<Provider> providers) : providers_(std::move(providers)) {
    app_.set_version_flag("--version", text({"usage ", USAGEKIT_VERSION}), "Print the version and exit");
    app_.require_subcommand(1);
    app_.footer(
        text({"Examples:\n"
              "  usage wiremock\n"
              "  usage billing --metrics api_calls,storage --fail-above 90\n"
              "  usage all --format html --output usage.html\n\n",
              exit_codes::help}));
    for (const auto& provider : providers_) add_provider(provider);
    add_profile();
    add_all();
    add_request();
    add_completion();
}

// The subcommands

void Commands::add_provider(const Provider& provider) {
    inquiries_[provider.name] = {
        .provider = &provider, .base_url = provider.base_url, .token = [&provider] { return usual_token(provider); }};
    auto& command = *app_.add_subcommand(provider.name, text({"Show the usage that ", provider.service, " reports"}));
    command.footer(text({"Before, set ", provider.token_variable, " to ", provider.token_meaning, ".\nExample: usage ",
                         provider.name, " ", provider.example}));
    add_question(command, provider);
    command.add_option("--subject", inquiries_.at(provider.name).subject, "Whose usage it is, as the report names it")
        ->check([](const std::string& text) { return is_utf8(text) ? "" : "it is not UTF-8"; })
        ->type_name("TEXT");
    add_show_options(command);
    command.callback([this, &provider] {
        action_ = [this, &provider](const auto& stop) { return show_one(inquiries_.at(provider.name), stop); };
    });
}

void Commands::add_profile() {
    auto& command = *app_.add_subcommand("profile", "Show the usage of one profile of a file");
    command.footer("Example: usage profile production --watch 60");
    add_profile_name(command);
    add_profiles_file(command);
    add_show_options(command);
    command.callback([this] { action_ = [this](const auto& stop) { return show_one(profile(), stop); }; });
}

void Commands::add_all() {
    auto& command = *app_.add_subcommand("all", "Show the usage of all profiles of a file, asked at the same time");
    command.footer("Example: usage all --format openmetrics --output /var/lib/node_exporter/usage.prom");
    add_profiles_file(command);
    add_show_options(command);
    command.callback([this] { action_ = [this](const auto& stop) { return show_all(stop); }; });
}

void Commands::add_request() {
    auto& request = *app_.add_subcommand("request", "Print the request that would be sent, as a curl command line");
    request.require_subcommand(1);
    request.footer("Nothing is sent, and no token is needed: it is shown as ***.\nExample: usage request wiremock");
    for (const auto& provider : providers_) {
        auto& command = *request.add_subcommand(provider.name, text({"Print what ", provider.service, " is asked"}));
        command.footer(text({"Example: usage request ", provider.name, " ", provider.example}));
        add_question(command, provider);
        command.callback([this, &provider] {
            action_ = [this, &provider](const auto&) { return print_request(inquiries_.at(provider.name)); };
        });
    }
    auto& command = *request.add_subcommand("profile", "Print what one profile of a file asks");
    command.footer("Example: usage request profile production");
    add_profile_name(command);
    add_profiles_file(command);
    command.callback([this] { action_ = [this](const auto&) { return print_request(profile()); }; });
}

void Commands::add_completion() {
    auto& completion = *app_.add_subcommand("completion", "Print a script that makes a shell complete this command");
    completion.require_subcommand(1);
    completion.footer("Example: source <(usage completion bash)");
    const auto add = [&](const std::string& shell, std::string (*script)(const CompletedCommand&)) {
        auto& command = *completion.add_subcommand(shell, text({"Print the script for ", shell}));
        command.footer(text({"Example: usage completion ", shell}));
        command.callback([this, script] {
            action_ = [this, script](const auto&) { return deliver("", script(command_tree(app_))); };
        });
    };
    add("bash", bash_completion);
    add("zsh", zsh_completion);
    add("fish", fish_completion);
}

// Their options

void Commands::add_question(CLI::App& command, const Provider& provider) {
    auto& inquiry = inquiries_.at(provider.name);
    command.add_option("--base-url", inquiry.base_url, "Where the service is")
        ->envname(provider.base_url_variable)
        ->required(provider.base_url.empty())
        ->type_name("URL")
        ->capture_default_str();
    for (const auto& parameter : provider.parameters) add_parameter(command, parameter, inquiry.values);
}

void Commands::add_profile_name(CLI::App& command) {
    command.add_option("NAME", profile_name_, "The profile's name")->required()->type_name("");
}

void Commands::add_profiles_file(CLI::App& command) {
    profiles_file_ = usual_profiles_file().native();
    command.add_option("--profile,--profile-file", profiles_file_, "The file (TOML) that has the profiles")
        ->type_name(file_type_name)
        ->capture_default_str();
}

void Commands::add_show_options(CLI::App& command) {
    const std::vector<std::string> known_formats(std::begin(formats), std::end(formats));
    add_choice(command, "--format", show_.format, known_formats, "How usage is shown");
    command.add_option("--output", show_.output, "Write to this file, in one step, instead of standard output")
        ->type_name(file_type_name);
    add_read_option(command, "--watch", show_.watch, "Show it anew so often, until Ctrl-C");
    add_read_option(
        command, "--fail-above", show_.fail_above,
        text({"End with exit code ", std::to_string(exit_codes::above), " when a metric has used more of its limit"}));
    add_choice(command, "--color", show_.color, {"auto", "always", "never"},
               "Whether text has colours; NO_COLOR declines them as well");
    add_read_option(command, "--timeout", timeout_, "How long a provider may take in all; 60 otherwise");
    command.add_flag("--verbose", is_verbose_, "Tell on standard error what is sent and answered");
}

// What they do

Result<std::vector<Inquiry>> Commands::profiles() const { return read_profiles(profiles_file_, providers_); }

Result<Inquiry> Commands::profile() const {
    const auto all = profiles();
    if (!all) return all.error();
    std::string names;
    for (const auto& inquiry : all.value()) {
        if (inquiry.label == profile_name_) return inquiry;
        names.append(names.empty() ? "" : ", ").append(inquiry.label);
    }
    return refusal(text({profiles_file_, ": no profile is named ", profile_name_}), text({"there are ", names}));
}

Session Commands::session(const std::stop_token& stop) const {
    Session session{.timeout = timeout_, .stop = stop};
    if (is_verbose_) session.observer = usagekit::write_events_to(std::cerr);
    return session;
}

int Commands::show_one(const Result<Inquiry>& inquiry, const std::stop_token& stop) const {
    if (!inquiry) return refuse(inquiry.error());
    return show({inquiry.value()}, show_, session(stop));
}

int Commands::show_all(const std::stop_token& stop) const {
    const auto inquiries = profiles();
    if (!inquiries) return refuse(inquiries.error());
    auto shared = session(stop);
    if (is_terminal(STDERR_FILENO) && !is_verbose_) shared.progress = draw_progress;
    auto options = show_;
    options.is_list = true;
    return show(inquiries.value(), options, shared);
}

int Commands::print_request(const Result<Inquiry>& inquiry) const {
    if (!inquiry) return refuse(inquiry.error());
    const auto token = inquiry.value().token();
    const auto call = prepare(inquiry.value(), token ? token.value() : usagekit::Secret{}, Session{});
    if (!call) return refuse(call.error());
    const auto request = call.value().request();
    if (!request) return refuse(request.error());
    return deliver("", curl_line(request.value()));
}

}  // namespace tool
