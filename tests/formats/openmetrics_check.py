#!/usr/bin/env python3
"""Fails unless both Prometheus' promtool and the strict OpenMetrics parser of its Python client read the OpenMetrics
text without a complaint, and every figure of the reports is found with its labels.

usage: openmetrics_check.py RENDER_PROGRAM
"""
import os
import re
import sys
from collections import Counter
from datetime import datetime, timezone
from decimal import Decimal

sys.dont_write_bytecode = True  # the source tree stays as it is
from rendering import HERE, Failure, check_all, printable, run

try:
    from prometheus_client.openmetrics.parser import text_string_to_metric_families
except ImportError:
    # Debian's modules belong to Debian's interpreter, which need not be the first in the path.
    debian = "/usr/bin/python3"
    if os.path.exists(debian) and os.path.realpath(sys.executable) != os.path.realpath(debian):
        os.execv(debian, [debian, *sys.argv])
    sys.exit("prometheus_client is missing; Debian's package is python3-prometheus-client")

FIGURE = re.compile(
    r"usagekit_.*?(?:^|_)(period_start_timestamp_seconds|period_end_timestamp_seconds|cost_base|cost_overage|cost|used_by_group|used_ratio"
    r"|projected_ratio|used|limit|overage|projected)(?=_|$)"
)


def labels(**named):
    """Without those that are empty: to Prometheus they are the same."""
    return frozenset((name, printable(value, kept="\n")) for name, value in named.items() if value)


def unix_time(text):
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    moment = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    since = moment - datetime(1970, 1, 1, tzinfo=timezone.utc)
    return since.days * 86400 + since.seconds + Decimal(since.microseconds).scaleb(-6)


def expected_of_metric(metric, subject):
    same = labels(metric=metric["id"], subject=subject)
    projection = metric.get("projection", {})
    figures = {**{name: metric.get(name) for name in ("used", "limit", "overage")}, "projected": projection.get("used")}
    ratios = {"used_ratio": metric.get("percentage"), "projected_ratio": projection.get("percentage")}
    for name, value in figures.items():
        yield name, same, value
    for name, value in ratios.items():
        yield name, same, value and value.scaleb(-2)
    for group in metric["groups"]:
        period = group.get("period", {})
        of_group = labels(period_start=period.get("start"), period_end=period.get("end"))
        # What a dimension's label is called is for other tests; which values there are is for this one.
        dimensions = frozenset(("dimension", i, text) for i, text in enumerate(sorted(
            printable(value, kept="\n") for value in group["dimensions"].values() if value)))
        yield "used_by_group", same | of_group | dimensions, group.get("used")


def expected_of_report(report):
    subject = report.get("subject")
    for end, text in report["period"].items():
        yield f"period_{end}_timestamp_seconds", labels(subject=subject), unix_time(text)
    for metric in report["metrics"]:
        yield from expected_of_metric(metric, subject)
    if cost := report.get("cost"):
        for figure, part in (("cost", "total"), ("cost_base", "base"), ("cost_overage", "overage")):
            yield figure, labels(currency=cost.get("currency"), subject=subject), cost.get(part)


def comparable(sample, line):
    """Figure, labels and exact value."""
    named = {name: value for name, value in sample.labels.items() if not name.startswith("dimension_")}
    named.pop("occurrence", None)
    dimensions = sorted(value for name, value in sample.labels.items() if name.startswith("dimension_"))
    figure = FIGURE.match(sample.name)
    if not figure:
        raise Failure(f"what is {sample.name}?")
    value = line.rsplit(" ", 1)[1]
    return (figure[1], frozenset(named.items()) | {("dimension", i, text) for i, text in enumerate(dimensions)},
            Decimal(value))


def check(reports, rendered):
    text = rendered.decode()
    if said := run([PROMTOOL, "check", "metrics"], rendered):
        raise Failure(f"promtool says: {said.decode()}")
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    if twice := [key for key, count in Counter((s.name, frozenset(s.labels.items())) for s in samples).items() if count > 1]:
        raise Failure(f"samples with the same labels: {twice}")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    found = Counter(comparable(sample, line) for sample, line in zip(samples, lines, strict=True))
    wanted = Counter(row for report in reports for row in expected_of_report(report) if row[2] is not None)
    if found != wanted:
        raise Failure(f"missing: {list((wanted - found).elements())}\nnot expected: {list((found - wanted).elements())}")


try:
    PROMTOOL = run([HERE / "promtool"], missing="prometheus").decode().strip()
except Failure as error:
    sys.exit(str(error))
check_all("openmetrics", check)
