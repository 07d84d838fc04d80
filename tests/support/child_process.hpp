#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

/// A program that runs beside the tests. It is ended with this object, and with the test program when that dies before.
class ChildProcess {
public:
    /// Starts it in a folder. The first word is its name, which is looked up in PATH.
    explicit ChildProcess(std::vector<std::string> words, const std::filesystem::path& folder = ".");
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ~ChildProcess();

    /// What it has written so far, errors among it.
    [[nodiscard]] std::string output() const;

    /// Has it ended by itself?
    [[nodiscard]] bool has_ended();

private:
    int output_ = -1;
    pid_t process_ = -1;
};
