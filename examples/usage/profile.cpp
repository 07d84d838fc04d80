#include "profile.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "place.hpp"
#include "token.hpp"
#include "toml_values.hpp"

namespace tool {

namespace {

namespace fs = std::filesystem;

/// Reads one profile.
class Profile {
public:
    Profile(const fs::path& file, const std::vector<Provider>& providers, const toml::key& name,
            const toml::table& table)
        : file_(file),
          providers_(providers),
          table_(table),
          begin_{file, name.source().begin.line, std::string(name.str()), {}} {
        inquiry_.label = begin_.profile;
        inquiry_.subject = begin_.profile;
    }

    Result<Inquiry> read() {
        if (const auto found = find_provider(); !found) return found.error();
        for (const auto& [key, node] : table_) {
            if (const auto taken = take(key, node); !taken) return taken.error();
        }
        if (const auto complete = check_complete(); !complete) return complete.error();
        choose_token();
        return std::move(inquiry_);
    }

private:
    [[nodiscard]] Place at(const toml::key& key) const {
        return {file_, key.source().begin.line, begin_.profile, std::string(key.str())};
    }

    Result<void> find_provider() {
        const auto* name = table_.get_as<std::string>("provider");
        const auto found = std::find_if(providers_.begin(), providers_.end(), [&](const Provider& provider) {
            return name != nullptr && provider.name == name->get();
        });
        if (found == providers_.end()) {
            Place place = begin_;
            place.key = "provider";
            return refused(place, name == nullptr ? "is missing" : "is not known",
                           std::string("it is ").append(provider_names()));
        }
        inquiry_.provider = &*found;
        inquiry_.base_url = found->base_url;
        return usagekit::success();
    }

    [[nodiscard]] std::string provider_names() const {
        std::string names;
        for (const auto& provider : providers_) {
            const bool is_last = &provider == &providers_.back();
            names.append(names.empty() ? "" : is_last ? " or " : ", ").append(provider.name);
        }
        return names;
    }

    Result<void> take(const toml::key& key, const toml::node& node) {
        const auto name = key.str();
        if (name == "provider") return usagekit::success();
        if (name == "base_url") return take_text(inquiry_.base_url, key, node);
        if (name == "subject") return take_text(inquiry_.subject.emplace(), key, node);
        if (name == "token_env" || name == "token_file") return take_token(key, node);
        for (const auto& parameter : inquiry_.provider->parameters) {
            if (name == parameter.name) return take(parameter, key, node);
        }
        return refuse_unknown(key);
    }

    Result<void> refuse_unknown(const toml::key& key) const {
        for (const std::string_view secret : {"token", "api_key", "password", "secret"}) {
            if (key.str() != secret) continue;
            return refused(at(key), "a token does not belong into this file",
                           "name an environment variable by token_env, or a file of mode 0600 by token_file");
        }
        std::string keys = "it has base_url, subject, token_env, token_file";
        for (const auto& parameter : inquiry_.provider->parameters) keys.append(", ").append(parameter.name);
        return refused(at(key), std::string("unknown in a profile of ").append(inquiry_.provider->name), keys);
    }

    Result<void> take_text(std::string& member, const toml::key& key, const toml::node& node) const {
        const auto* text = node.as_string();
        if (text == nullptr) return refused(at(key), "must be a string");
        if (text->get().empty()) return refused(at(key), "is empty");
        member = text->get();
        return usagekit::success();
    }

    Result<void> take_token(const toml::key& key, const toml::node& node) {
        if (!token_key_.empty()) return refused(at(key), "there is another of token_env and token_file", "give one");
        token_key_ = key.str();
        token_place_ = shown(at(key));
        return take_text(token_source_, key, node);
    }

    Result<void> take(const Parameter& parameter, const toml::key& key, const toml::node& node) {
        auto texts = texts_in(node, parameter.shape);
        if (!texts) return refused(at(key), std::string("must be ").append(type_for(parameter.shape)));
        for (const auto& text : *texts) {
            if (const auto checked = parameter.check(text); !checked) return refused(at(key), checked.error());
        }
        if (!texts->empty()) inquiry_.values[parameter.name] = std::move(*texts);
        return usagekit::success();
    }

    [[nodiscard]] Result<void> check_complete() const {
        Place place = begin_;
        if (inquiry_.base_url.empty()) place.key = "base_url";
        for (const auto& parameter : inquiry_.provider->parameters) {
            if (parameter.is_required && !inquiry_.values.contains(parameter.name)) place.key = parameter.name;
        }
        if (place.key.empty()) return usagekit::success();
        return refused(place,
                       std::string("is missing; a profile of ").append(inquiry_.provider->name).append(" needs it"));
    }

    void choose_token() {
        const auto read = [this]() -> std::function<Result<usagekit::Secret>()> {
            if (token_key_ == "token_env") return [name = token_source_] { return token_in_variable(name); };
            if (token_key_ != "token_file") return [provider = inquiry_.provider] { return usual_token(*provider); };
            return [file = file_.parent_path() / token_source_] { return token_in_file(file); };
        }();
        inquiry_.token = [read, place = token_place_]() -> Result<usagekit::Secret> {
            auto token = read();
            if (token) return token;
            return refusal(std::string(place).append(token.error().message), token.error().advice);
        };
    }

    const fs::path& file_;
    const std::vector<Provider>& providers_;
    const toml::table& table_;
    Place begin_;
    Inquiry inquiry_{};
    std::string token_key_{};
    std::string token_source_{};
    std::string token_place_{};
};

}  // namespace

Result<Inquiry> read_profile(const fs::path& file, const std::vector<Provider>& providers, const toml::key& name,
                             const toml::table& table) {
    return Profile(file, providers, name, table).read();
}

}  // namespace tool
