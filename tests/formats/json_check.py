#!/usr/bin/env python3
"""Fails unless jq, and Python's json module, read from the JSON every text and every figure of the reports.

usage: json_check.py RENDER_PROGRAM
"""
import json
import sys
from decimal import Decimal

sys.dont_write_bytecode = True  # the source tree stays as it is
from rendering import Failure, check_all, run


def each(reports, *path):
    """The values at a path, as `jq` gives them: null for what is absent."""
    values = reports
    for name in path:
        values = [value.get(name) if value else None for value in values]
        if values and all(isinstance(value, list) for value in values):
            values = [item for value in values for item in value]
    return values


METRIC = ("id", "name", "kind", "unit", "used", "limit", "overage", "percentage", "projection.used", "projection.percentage")
PATHS = {
    **{f".[].{name}": name.split(".") for name in ("provider", "subject", "period.start", "period.end")},
    **{f".[].cost.{name}": ["cost", name] for name in ("total", "base", "overage", "currency")},
    **{f".[].metrics[].{name}": ["metrics", *name.split(".")] for name in METRIC},
    **{f".[].metrics[].groups[].{name}": ["metrics", "groups", *name.split(".")]
       for name in ("dimensions", "used", "period.start", "period.end")},
    ".[].notes[]": ["notes"],
}


def check(reports, rendered):
    for jq_filter, path in PATHS.items():
        lines = run(["jq", "-c", jq_filter], rendered, missing="jq").decode().split("\n")[:-1]
        read = [json.loads(line, parse_int=float) for line in lines]
        # jq reads numbers as doubles.
        wanted = [float(value) if isinstance(value, Decimal) else value for value in each(reports, *path)]
        if read != wanted:
            raise Failure(f"jq {jq_filter}: {read} instead of {wanted}")
    if json.loads(rendered, parse_float=Decimal, parse_int=Decimal) != reports:
        raise Failure("a figure, or a member, is not that of the report")


check_all("json", check)
