#!/usr/bin/env python3
"""Fails unless Python's csv module reads from the CSV every text and every figure of the reports.

usage: csv_check.py RENDER_PROGRAM
"""
import csv
import io
import json
import re
import sys
from decimal import Decimal

sys.dont_write_bytecode = True  # the source tree stays as it is
from rendering import Failure, check_all, printable

COLUMNS = (
    "record provider subject period_start period_end metric_id metric_name kind unit used limit overage percentage"
    " projected projected_percentage dimensions cost_total cost_base cost_overage currency note"
).split()
PLAIN_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def expected_metric(metric):
    same = {"metric_id": metric["id"], "metric_name": metric["name"], "kind": metric["kind"], "unit": metric.get("unit")}
    projection = metric.get("projection", {})
    figures = {name: metric.get(name) for name in ("used", "limit", "overage", "percentage")}
    yield {"record": "metric", **same, **figures, "projected": projection.get("used"),
           "projected_percentage": projection.get("percentage")}
    for group in metric["groups"]:
        row = {"record": "group", **same, "dimensions": group["dimensions"], "used": group.get("used")}
        if "period" in group:
            row.update(period_start=group["period"].get("start"), period_end=group["period"].get("end"))
        yield row


def expected_rows(report):
    rows = [row for metric in report["metrics"] for row in expected_metric(metric)]
    if cost := report.get("cost"):
        amounts = {f"cost_{part}": cost.get(part) for part in ("total", "base", "overage")}
        rows.append({"record": "cost", **amounts, "currency": cost.get("currency")})
    rows += [{"record": "note", "note": note} for note in report["notes"]]
    same = {"provider": report["provider"], "subject": report.get("subject"),
            "period_start": report["period"].get("start"), "period_end": report["period"].get("end")}
    return [same | row for row in rows or [{"record": "report"}]]


def value_of(cell, expected):
    """What the cell says, as the JSON has it."""
    if isinstance(expected, Decimal):
        if not PLAIN_NUMBER.fullmatch(cell):
            raise Failure(f"{cell!r} is not a number in plain notation")
        return Decimal(cell)
    return json.loads(cell) if isinstance(expected, dict) else cell


def written(expected):
    """A text as it is to be read back."""
    if not isinstance(expected, str):
        return "" if expected is None else expected
    text = printable(expected, kept="\t\r\n")
    return "'" + text if re.match(r"[=+\-@\t\r]", text) else text


def check(reports, rendered):
    rows = list(csv.reader(io.StringIO(rendered.decode(), newline=""), strict=True))
    if rows[0] != COLUMNS or any(len(row) != len(COLUMNS) for row in rows):
        raise Failure("not every line has the columns of the header")
    again = io.StringIO(newline="")
    csv.writer(again, lineterminator="\r\n").writerows(rows)
    if again.getvalue() != rendered.decode():
        raise Failure("Python would end lines, or quote, otherwise")
    expected = [row for report in reports for row in expected_rows(report)]
    if len(rows) - 1 != len(expected):
        raise Failure(f"there are {len(rows) - 1} lines, not {len(expected)}")
    for number, (row, wanted) in enumerate(zip(rows[1:], expected), 2):
        for column, cell in zip(COLUMNS, row):
            right = written(wanted.get(column))
            if value_of(cell, right) != right:
                raise Failure(f"row {number}, {column}: {cell!r} instead of {right!r}")


check_all("csv", check)
