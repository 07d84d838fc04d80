#!/usr/bin/env python3
"""Fails when a shared library shows more than usagekit's own names: each exported symbol is a function, an object, a table
of virtual functions or a type of the namespace usagekit and its inline namespace of the version.

usage: exported_symbols.py LIBRARY.so
       exported_symbols.py --self-test COMPILER
"""
import contextlib
import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# Names as the compiler mangles them: what it makes for a class or for a function that is virtual or has a static variable,
# how a member function is qualified, then the namespaces.
OURS = re.compile(r"_Z(?:T[VTISC]|GVZ?|Z|Thn?\d+_|Tvn?\d+_n?\d+_)?N[VK]*[RO]?8usagekit(\d+)(v.*)")


def is_ours(mangled):
    match = OURS.match(mangled)
    return bool(match and re.fullmatch(r"v\d+(_\d+)?", match[2][:int(match[1])]))


def exported(library):
    listed = subprocess.run(["nm", "-D", "--defined-only", library], capture_output=True, text=True, check=True).stdout
    return [line.split()[-1].split("@")[0] for line in listed.splitlines()]


def demangled(names):
    return subprocess.run(["c++filt"], input="\n".join(names), capture_output=True, text=True, check=True).stdout.splitlines()


def check(library):
    symbols = exported(library)
    foreign = [name for name in symbols if not is_ours(name)]
    for name in sorted(demangled(foreign)):
        print(f"not ours: {name}")
    print(f"{len(symbols)} symbols are exported, {len(foreign)} are not of usagekit's versioned namespace")
    return 1 if foreign or not symbols else 0


OF_OURS = """
#include <stdexcept>
#include <string>
#include <vector>
namespace usagekit { inline namespace v0_1 {
struct Base { virtual ~Base(); virtual std::string text(const std::vector<int>&) const; };
struct Other { virtual ~Other(); virtual int number(); };
struct Both : Base, Other { std::string text(const std::vector<int>&) const override; int number() override; };
template <class T> T twice(T value) { return value + value; }
template int twice(int);
Base::~Base() {} std::string Base::text(const std::vector<int>&) const { return {}; }
Other::~Other() {} int Other::number() { return 1; }
std::string Both::text(const std::vector<int>&) const { return "both"; } int Both::number() { return 2; }
struct Text { operator std::string() const; bool operator<(const Text&) const; };
Text::operator std::string() const { return {}; } bool Text::operator<(const Text&) const { return false; }
}}
"""
FOREIGN = [
    ("without the version", "namespace usagekit { int unversioned() { return 1; } }"),
    ("global", "int global_of_nobody = 1;"),
    ("another library", "namespace simdjson { int parse() { return 1; } }"),
    ("for C", 'extern "C" int usagekit_c_function() { return 1; }'),
    ("of std over ours", "template struct std::allocator<usagekit::Text>;"),
    ("ours only as an argument", "namespace other { int of(const usagekit::Text&) { return 1; } }"),
]


def self_test(compiler):
    """What is ours passes alone, and with none of the others."""
    def compiled(folder, code):
        source, library = Path(folder, "code.cpp"), Path(folder, "code.so")
        source.write_text(f"{OF_OURS}{code}\n")
        subprocess.run([compiler, "-std=c++20", "-O2", "-fPIC", "-shared",
                        "-fvisibility-inlines-hidden", source, "-o", library], check=True)
        return check(library)
    said = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(said):
        wrong = ["ours alone"] if compiled(folder, "") else []
        wrong += [name for name, code in FOREIGN if not compiled(folder, code)]
    for name in wrong:
        print(f"self-test failed: {name}\n{said.getvalue()}")
    return 1 if wrong else 0


def main():
    if sys.argv[1] == "--self-test":
        return self_test(sys.argv[2])
    return check(sys.argv[1])


if __name__ == "__main__":
    sys.exit(main())
