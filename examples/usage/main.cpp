// How much has been used? Of one provider or of all profiles, as text, JSON, CSV, OpenMetrics or a page: see
// docs/usage-tool.md.
#include <exception>
#include <sstream>
#include <string>

#include "command_line.hpp"
#include "commands.hpp"
#include "exit_codes.hpp"
#include "interruption.hpp"
#include "output.hpp"

namespace {

/// Prints what was asked for instead of a report, `--help` for example, or says in one line what is wrong.
int end_parsing(const CLI::App& app, const CLI::ParseError& stopped) {
    std::ostringstream asked;
    std::ostringstream wrong;
    if (app.exit(stopped, asked, wrong) == 0) return tool::deliver("", asked.str());
    tool::complain("", examples::mistake(app, stopped).append("; see --help"));
    return tool::exit_codes::wrong_usage;
}

int run(int argc, char** argv) {
    const tool::Interruption interruption;  // before there is another thread
    tool::Commands commands(tool::all_providers());
    try {
        commands.app().parse(argc, argv);
    } catch (const CLI::ParseError& stopped) {
        return end_parsing(commands.app(), stopped);
    }
    return commands.run(interruption.token());
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& unexpected) {
        tool::complain("", unexpected.what());
        return tool::exit_codes::not_written;
    }
}
