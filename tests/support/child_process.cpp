#include "child_process.hpp"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

/// In the child, which may not allocate: becomes the program, and ends when the parent does.
[[noreturn]] void become(char* const* words, const char* folder, int output, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) _exit(1);  // it died before that was set
    const int nothing = open("/dev/null", O_RDONLY);
    if (chdir(folder) != 0 || dup2(nothing, STDIN_FILENO) < 0) _exit(126);
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    execvp(words[0], words);
    _exit(127);
}

}  // namespace

ChildProcess::ChildProcess(std::vector<std::string> words, const std::filesystem::path& folder)
    : output_(memfd_create("output", MFD_CLOEXEC)) {
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const auto parent = getpid();
    process_ = fork();
    if (process_ == 0) become(arguments.data(), folder.c_str(), output_, parent);
    if (process_ < 0) throw std::runtime_error("no process could be made for " + words.front());
}

ChildProcess::~ChildProcess() {
    if (!has_ended()) {
        kill(process_, SIGTERM);
        waitpid(process_, nullptr, 0);
    }
    close(output_);
}

std::string ChildProcess::output() const {
    std::string text(static_cast<std::size_t>(lseek(output_, 0, SEEK_END)), '\0');
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(0, pread(output_, text.data(), text.size(), 0))));
    return text;
}

bool ChildProcess::has_ended() {
    if (process_ > 0 && waitpid(process_, nullptr, WNOHANG) != 0) process_ = -1;
    return process_ < 0;
}
