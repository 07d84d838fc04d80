#pragma once

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// One header field (RFC 9110 section 5), as it stands in a list of them: valid as long as the list is not changed.
struct Header {
    std::string_view name{};   ///< As it was written; compared without regard to case.
    std::string_view value{};  ///< Without the blanks around it.

    bool operator==(const Header&) const = default;
};

/// Header fields in their order. `find` compares names without regard to case; one name may stand several times. Two
/// lists are equal when they are the same to the letter.
class USAGEKIT_EXPORT Headers {
public:
    class Iterator;

    Headers() = default;
    /// Copies the fields in the order given.
    Headers(std::initializer_list<Header> fields);

    /// The fields of header lines as they come, each with its line end (RFC 9112 section 5). Nothing when one has no
    /// valid name, is folded (section 5.2), or has a carriage return or NUL in it.
    [[nodiscard]] static std::optional<Headers> parse(std::string_view lines);

    /// Adds a field at the end, also when one of that name is there. The texts may be parts of this list.
    void add(std::string_view name, std::string_view value);

    /// Makes room for that many fields, whose names and values have that many bytes.
    void reserve(std::size_t fields, std::size_t bytes = 0);

    /// The value of the first field of that name.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;

    /// The first field.
    [[nodiscard]] Iterator begin() const noexcept;
    /// Behind the last field.
    [[nodiscard]] Iterator end() const noexcept;
    /// How many fields there are.
    [[nodiscard]] std::size_t size() const noexcept { return fields_.size(); }
    /// Are there no fields?
    [[nodiscard]] bool empty() const noexcept { return fields_.empty(); }

    /// Are they the same to the letter, in the same order?
    [[nodiscard]] bool operator==(const Headers& other) const noexcept;

private:
    /// Where a text begins and ends.
    struct Range {
        std::size_t begin;
        std::size_t end;
    };
    /// Where a field stands in the text.
    struct Field {
        Range name;
        Range value;
    };
    static std::optional<Field> field_between(std::string_view lines, Range line) noexcept;

    [[nodiscard]] Header at(const Field& field) const noexcept { return {part(field.name), part(field.value)}; }
    [[nodiscard]] std::string_view part(const Range& range) const noexcept {
        return {text_.data() + range.begin, range.end - range.begin};
    }

    // All in one text, since an answer has some dozens of small ones. It is no std::string, which points into itself:
    // g++ 12 copies the options of a call that is made and awaited in one expression of a coroutine bit by bit.
    std::vector<char> text_{};
    std::vector<Field> fields_{};
};

/// Goes through header fields in their order.
class Headers::Iterator {
public:
    using iterator_category = std::input_iterator_tag;  ///< What it gives is no reference.
    using value_type = Header;                          ///< A field.
    using difference_type = std::ptrdiff_t;             ///< Between iterators.
    using reference = Header;                           ///< Two texts, which are in the `Headers`.
    /// Gives access to the members of the field.
    struct Arrow {
        Header field;  ///< That the iterator stands at.
        /// For its members.
        [[nodiscard]] const Header* operator->() const noexcept { return &field; }
    };
    using pointer = Arrow;  ///< What `->` gives.

    Iterator() = default;

    /// The field.
    [[nodiscard]] Header operator*() const noexcept { return headers_->at(*field_); }
    /// A member of the field.
    [[nodiscard]] pointer operator->() const noexcept { return {**this}; }
    /// Goes on to the next field.
    Iterator& operator++() noexcept {
        ++field_;
        return *this;
    }
    /// The same; gives where it was.
    Iterator operator++(int) noexcept {  // NOLINT(cert-dcl21-cpp): as every iterator has it
        auto before = *this;
        ++*this;
        return before;
    }
    bool operator==(const Iterator&) const = default;

private:
    friend class Headers;
    Iterator(const Headers& headers, const Field* field) noexcept : headers_(&headers), field_(field) {}

    const Headers* headers_ = nullptr;
    const Field* field_ = nullptr;
};

inline Headers::Iterator Headers::begin() const noexcept { return {*this, fields_.data()}; }
inline Headers::Iterator Headers::end() const noexcept { return {*this, fields_.data() + fields_.size()}; }

}  // namespace USAGEKIT_NAMESPACE::http
