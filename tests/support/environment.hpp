#pragma once

#include <cstdlib>
#include <optional>
#include <string>

/// Sets or unsets an environment variable as long as this object lives, and restores it then.
class EnvironmentVariable {
public:
    /// Nothing unsets it.
    EnvironmentVariable(std::string name, const std::optional<std::string>& value)
        : name_(std::move(name)), before_(current(name_)) {
        set(value);
    }
    EnvironmentVariable(const EnvironmentVariable&) = delete;
    EnvironmentVariable& operator=(const EnvironmentVariable&) = delete;
    ~EnvironmentVariable() { set(before_); }

private:
    static std::optional<std::string> current(const std::string& name) {
        const char* value = std::getenv(name.c_str());
        return value == nullptr ? std::nullopt : std::optional<std::string>(value);
    }

    void set(const std::optional<std::string>& value) const {
        if (value) {
            setenv(name_.c_str(), value->c_str(), 1);
        } else {
            unsetenv(name_.c_str());
        }
    }

    std::string name_;
    std::optional<std::string> before_;
};
