#!/usr/bin/env python3
"""Fails when a file includes what its layer must not know.

    providers -> call, report -> wire, http -> core -> include/usagekit      a folder includes only to its right
    testing -> wire, http -> core -> include/usagekit

usage: layers.py ROOT
"""
import re
import sys
from pathlib import Path

# What a folder of src/ may include from the other folders of src/, besides itself and the public headers.
ALLOWED = {
    "core": set(),
    "wire": {"core"},
    "http": {"core"},
    "call": {"wire", "http", "core"},
    "report": {"wire", "core"},
    "providers": {"call", "report", "wire", "http", "core"},
    "testing": {"wire", "http", "core"},
}
# Libraries with one home.
HOMES = {"simdjson": "wire", "curl": "http", "zlib": "http"}
STANDARD = re.compile(r"[a-z_0-9]+$")
# Public headers for those who ask for them, with the library that each brings along.
OPT_IN = {"usagekit/asio.hpp": "boost/asio"}


def includes(path):
    for number, line in enumerate(path.read_text().splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if match:
            yield number, match[1] == "<", match[2]


def provider_of(name):
    """`wiremock` for usagekit/wiremock/client.hpp and providers/wiremock/errors.hpp, else nothing, as for usagekit/testing/."""
    match = re.match(r"(?:usagekit|providers)/([^/]+)/", name)
    return match[1] if match and match[1] not in ALLOWED else None


def public_complaint(header, name):
    if not name.startswith("usagekit/"):
        allowed = ("boost/outcome", OPT_IN.get(header, "boost/outcome"))
        if STANDARD.match(name) or name.startswith(allowed):
            return None
        return "a public header includes only the standard library, Boost.Outcome and public headers"
    if name in OPT_IN:
        return f"only users include {name}"
    own_provider = provider_of(header)
    if provider_of(name) not in (None, own_provider):
        return "only a provider's own headers know a provider"
    return None


def private_complaint(layer, own_provider, is_angled, name):
    if is_angled:
        library = re.match("|".join(HOMES), name)
        if library and HOMES[library[0]] != layer:
            return f"{library[0]} belongs into src/{HOMES[library[0]]}"
        if name in OPT_IN:
            return f"only users include {name}"
    elif name.split("/")[0] not in ALLOWED[layer] | {layer}:
        return f"src/{layer} may include {', '.join(sorted(ALLOWED[layer])) or 'nothing'} of src/"
    if provider_of(name) not in (None, own_provider):
        return "only a provider's own files know a provider"
    return None


def complaints(root):
    for path in sorted((root / "include").rglob("*.hpp")):
        header = path.relative_to(root / "include").as_posix()
        for number, _, name in includes(path):
            yield path, number, name, public_complaint(header, name)
    for path in sorted((root / "src").rglob("*.[ch]pp")):
        inside = path.relative_to(root / "src")
        own = provider_of(str(inside))
        for number, is_angled, name in includes(path):
            yield path, number, name, private_complaint(inside.parts[0], own, is_angled, name)


def main():
    root = Path(sys.argv[1])
    checked = list(complaints(root))
    bad = [row for row in checked if row[3]]
    for path, number, name, why in bad:
        print(f"{path.relative_to(root)}:{number}: includes {name}: {why}")
    print(f"{len(checked)} includes checked, {len(bad)} forbidden")
    return 1 if bad or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
