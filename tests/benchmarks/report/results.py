"""Reads what a run of tests/bench has left in a folder."""
import json
import pathlib
import statistics

NANOSECONDS = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}
FIGURES = ("real_time", "cpu_time", "items_per_second", "allocations_per_call", "allocations", "copy_allocations")


class Row:
    """The medians of one benchmark over all its repetitions: times of one call in seconds, and what it counted."""

    def __init__(self, runs: list[dict]):
        self.figures = {name: statistics.median(run[name] for run in runs) for name in FIGURES if name in runs[0]}
        calls = self.figures.get("items_per_second", 0) * self.figures.get("real_time", 0) or 1  # of one iteration
        self.wall = self.figures.get("real_time", 0) / calls
        self.cpu = self.figures["cpu_time"] / calls if "cpu_time" in self.figures else None
        self.rate = self.figures.get("items_per_second")
        self.allocations = self.figures.get("allocations_per_call", self.figures.get("allocations"))


def plain_name(run_name: str) -> str:
    for part in ("/process_time", "/real_time", "/iterations:1"):
        run_name = run_name.replace(part, "")
    return run_name


def in_seconds(run: dict) -> dict:
    factor = NANOSECONDS[run["time_unit"]] / 1e9
    return run | {"real_time": run["real_time"] * factor, "cpu_time": run["cpu_time"] * factor}


def rows(files: list[pathlib.Path]) -> dict[str, Row]:
    """All benchmarks in what Google Benchmark wrote, by name; the same name in several files is one benchmark."""
    runs: dict[str, list[dict]] = {}
    for file in files:
        for run in json.loads(file.read_text())["benchmarks"]:
            if run["run_type"] == "iteration" and not run.get("error_occurred"):
                runs.setdefault(plain_name(run["run_name"]), []).append(in_seconds(run))
    return {name: Row(found) for name, found in runs.items()}


def wrk_rows(file: pathlib.Path) -> dict[str, Row]:
    """Lines of a name and requests per second."""
    runs: dict[str, list[dict]] = {}
    for line in file.read_text().splitlines() if file.exists() else ():
        name, rate = line.split()
        runs.setdefault(name, []).append({"items_per_second": float(rate), "real_time": 1 / float(rate)})
    return {name: Row(found) for name, found in runs.items()}


class Results:
    """A whole run."""

    def __init__(self, folder: pathlib.Path):
        single = {"footprint.json"} | {file.name for file in folder.glob("memory_*.json")}
        self.rows = rows([file for file in folder.glob("*.json") if file.name not in single])
        self.rows |= wrk_rows(folder / "wrk")
        self.memory = {file.stem.removeprefix("memory_"): json.loads(file.read_text()) for file in folder.glob("memory_*.json")}
        self.footprint = json.loads((folder / "footprint.json").read_text())

    def ratio(self, figure: str, name: str, base: str) -> float:
        """Of two benchmarks: `wall`, `cpu`, `rate` or `allocations`."""
        return getattr(self.rows[name], figure) / getattr(self.rows[base], figure)
