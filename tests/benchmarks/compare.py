#!/usr/bin/env python3
"""compare.py RESULT.json BASE: every median in what Google Benchmark wrote, against the row of its group that is named BASE.

A group is what stands before the last part of a name: in call/plain/wiremock/usagekit it is call/plain/wiremock.
"""
import json
import sys

NANOSECONDS = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}


def medians(file: str) -> dict[str, dict]:
    """The rows by name, without what Google Benchmark adds to the names; times in ns. Single runs where there are no medians."""
    rows = [row for row in json.load(open(file))["benchmarks"] if not row.get("error_occurred")]
    chosen = [row for row in rows if row.get("aggregate_name") == "median"] or rows
    return {row["run_name"].replace("/process_time", "").replace("/real_time", "").replace("/iterations:1", ""): in_ns(row) for row in chosen}


def in_ns(row: dict) -> dict:
    factor = NANOSECONDS[row["time_unit"]]
    return row | {"real_time": row["real_time"] * factor, "cpu_time": row["cpu_time"] * factor}


def main() -> None:
    rows = medians(sys.argv[1])
    print(f"{'':44} {'wall us':>10} {'ratio':>6} {'CPU us':>10} {'ratio':>6} {'allocations':>11}")
    for name in sorted(rows):
        row, base = rows[name], rows.get(name.rpartition("/")[0] + "/" + sys.argv[2])
        ratios = [row[key] / base[key] if base else float("nan") for key in ("real_time", "cpu_time")]
        print(
            f"{name:44} {row['real_time'] / 1e3:10.1f} {ratios[0]:6.3f} {row['cpu_time'] / 1e3:10.1f} {ratios[1]:6.3f}"
            f" {row.get('allocations_per_call', float('nan')):11.0f}"
        )


if __name__ == "__main__":
    main()
