"""The tables of docs/benchmarks.md."""
import re

from results import Results, Row
from targets import Target, all_targets


def table(heads: list[str], lines: list[list[str]]) -> str:
    rule = ["---"] + ["---:"] * (len(heads) - 1)
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [heads, rule, *lines])


def targets(results: Results) -> str:
    lines = []
    for target in all_targets():
        try:
            value = target.value(results)
        except (KeyError, TypeError, ZeroDivisionError):  # it did not run
            lines.append([target.figure, bound(target), "–", "not measured"])
            continue
        lines.append([target.figure, bound(target), f"{value:.3g}{target.unit}", "yes" if target.is_met(value) else "**no**"])
    return table(["figure", "target", "this run", "met"], lines)


def bound(target: Target) -> str:
    return f"{'≥' if target.at_least else '≤'} {target.bound:.3g}{target.unit}"


def time(seconds: float | None) -> str:
    if not seconds:
        return "–"
    for factor, unit in ((1, "s"), (1e3, "ms"), (1e6, "µs")):
        if seconds * factor >= 1:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds * 1e9:.0f} ns"


def count(number: float | None) -> str:
    return "–" if number is None else f"{number:,.0f}"


def groups(results: Results, prefix: str) -> dict[str, dict[str, Row]]:
    """Rows whose names begin so, by what stands before the last part of the name, and by that part."""
    found: dict[str, dict[str, Row]] = {}
    for name, row in results.rows.items():
        group, _, who = name.rpartition("/")
        if name.startswith(prefix):
            found.setdefault(group.removeprefix(prefix), {})[who] = row
    return dict(sorted(found.items(), key=lambda item: in_order(item[0])))


def in_order(name: str) -> list:
    """As people sort: 8 before 64, and 5MB after 18kB."""
    parts = re.split(r"([0-9]+)", name.replace("MB", "000kB"))
    return [int(part) if part.isdigit() else part for part in parts]


def compared(results: Results, prefix: str, base: str) -> str:
    """Each row with its times as ratios to the row of its group that is named `base`."""
    lines = []
    for group, rows in groups(results, prefix).items():
        for who, row in sorted(rows.items(), key=lambda item: item[1].wall):
            wall = f"{row.wall / rows[base].wall:.2f}" if base in rows else "–"
            cpu = f"{row.cpu / rows[base].cpu:.2f}" if base in rows and row.cpu and rows[base].cpu else "–"
            lines.append([f"{group} `{who}`", time(row.wall), wall, time(row.cpu), cpu, count(row.allocations)])
    return table(["", "wall", "ratio", "CPU", "ratio", "allocations"], lines)


def throughput(results: Results) -> str:
    lines = []
    for group, rows in groups(results, "batch/").items():
        for who, row in sorted(rows.items(), key=lambda item: -item[1].rate):
            is_counted = row.allocations and row.allocations >= 1  # only those of the calling thread are
            lines.append([f"{group} `{who}`", count(row.rate), time(row.cpu), count(row.allocations) if is_counted else "–"])
    return table(["", "calls per second", "CPU of a call", "allocations of a call"], lines)


def megabytes(number: int) -> str:
    return f"{number / 1e6:.1f}"


MEMORY = {
    "calls_1000": "1,000 calls, one after the other",
    "calls_100000": "100,000 calls, one after the other",
    "made_1000": "1,000 calls in a batch, each made when it is come to",
    "made_100000": "100,000 calls in a batch, each made when it is come to",
    "batch_1000": "1,000 calls in a batch, all made before",
    "batch_100000": "100,000 calls in a batch, all made before",
}


def memory(results: Results) -> str:
    lines = []
    for name, title in MEMORY.items():
        found = results.memory.get(name)
        if found:
            beyond = megabytes(found["beyond"]) if "beyond" in found else "–"
            lines.append([title, megabytes(found["peak"]), beyond, str(found.get("a_call", "–")), str(found.get("a_result", "–"))])
    return table(["", "most memory, MB", "beyond calls and results, MB", "bytes of a call", "bytes of a result"], lines)


def compile_time(results: Results) -> str:
    took = results.footprint["ms"]
    lines = [[f"`<{header}>`", str(ms), f"{ms / took['boost/outcome.hpp']:.2f}"] for header, ms in took.items()]
    return table(["a consumer that includes", "ms", "ratio"], lines)
