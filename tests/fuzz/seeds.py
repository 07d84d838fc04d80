"""seeds.py FUZZER FOLDER: writes what a fuzzer begins with, a file each.

The fuzzer of a provider begins with what its mock host serves and with the examples of its contract, that of reports with
those that the tests have, that of mappings with those of the mock hosts, any other with the lines of seeds/FUZZER, in which `\\n` is a line end."""

import json
import sys
from pathlib import Path

here = Path(__file__).resolve().parent
root = here.parent.parent


def examples(node):
    """The examples of whole bodies, wherever they stand in a contract."""
    if isinstance(node, list):
        for item in node:
            yield from examples(item)
    if not isinstance(node, dict):
        return
    if "schema" in node and "example" in node:
        yield node["example"]
    if "schema" in node:
        yield from (named["value"] for named in node.get("examples", {}).values())
    for item in node.values():
        yield from examples(item)


def seeds(fuzzer):
    lines = here / "seeds" / fuzzer
    if lines.exists():
        for line in lines.read_bytes().splitlines():
            yield line.replace(b"\\n", b"\n")
        return
    if fuzzer == "reports":
        known = root / "tests/formats"
        for file in [known / "hostile.json", *sorted((known / "golden").glob("*.json"))]:
            for report in json.loads(file.read_bytes()):
                yield json.dumps(report, separators=(",", ":")).encode()
        return
    if fuzzer == "mappings":
        for file in sorted((root / "mock-server").glob("[!n]*/mappings/*.json")):
            yield json.dumps(json.loads(file.read_bytes()), separators=(",", ":")).encode()
        return
    for served in sorted((root / "mock-server" / fuzzer / "__files").iterdir()):
        yield served.read_bytes()
        if served.suffix == ".json":
            yield json.dumps(json.loads(served.read_bytes()), separators=(",", ":")).encode()
    contract = json.loads((root / "tests/unit/providers" / fuzzer / "contract.json").read_bytes())
    for example in examples(contract):
        yield json.dumps(example, separators=(",", ":")).encode()


def main():
    fuzzer, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(fuzzer)):
        (folder / f"seed-{number}").write_bytes(seed)


main()
