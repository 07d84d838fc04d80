#!/usr/bin/env python3
"""bodies.py FOLDER: writes the files that the benchmarks fetch, below the paths that the clients ask for.

The small bodies are those of the mock services. The large ones are made here, as realistic as possible: no two groups are the same.
"""
import json
import pathlib
import random
import sys

MOCK = pathlib.Path(__file__).resolve().parents[3] / "mock-server"
REGIONS = ["eu-central-1", "eu-west-3", "us-east-1", "us-west-2", "ap-south-1"]
MODELS = ["small", "medium", "large", "embedding"]
random.seed(5)


def decimal() -> str:
    return f"{random.randrange(10**7)}.{random.randrange(10**6):06}"


def group(number: int) -> dict:
    dimensions = {"region": random.choice(REGIONS), "model": random.choice(MODELS), "tenant": f"t{number}"}
    return {"value": decimal(), "dimensions": dimensions}


def meteroid(groups: int, metrics: int) -> dict:
    def metric(number: int) -> dict:
        return {
            "metric_id": f"bm_7n42DGM5Tflk9n8mt7F{number:03}",
            "metric_name": f"Tokens of kind {number}",
            "metric_code": f"tokens_{number}",
            "total_value": decimal(),
            "grouped_usage": [group(index) for index in range(groups // metrics)],
        }

    usage = [metric(number) for number in range(metrics)]
    return {"period_start": "2024-03-01", "period_end": "2024-04-01", "usage": usage}


def measure(records: int) -> dict:
    answer = json.loads((MOCK / "measure/__files/usage.json").read_text())

    def period(day: int) -> dict:
        return {"start_date": f"2023-11-{day + 1:02}T00:00:00Z", "end_date": f"2023-11-{day + 2:02}T00:00:00Z"}

    def part(day: int, region: str) -> dict:
        return {
            "period": period(day),
            "grouping": {"region": region, "channel": "sms"},
            "breakout": {"weekday": day % 7},
            "value": random.randrange(10**6) / 100,
        }

    def record(number: int) -> dict:
        day = number % 28
        return {
            "subscription_metric_record_id": f"smr_{number:05}",
            "period": period(day),
            "value": random.randrange(10**7) / 100,
            "breakdown": [part(day, region) for region in REGIONS],
        }

    return answer | {"usage": [record(number) for number in range(records)]}


def compact(value: dict) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def write(root: pathlib.Path, path: str, body: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(body)


def main() -> None:
    root = pathlib.Path(sys.argv[1])
    write(root, "v1/subscriptions/qmr8z/usage", (MOCK / "wiremock/__files/subscription-usage.json").read_text())
    write(root, "api/billing/usage", (MOCK / "billing/__files/usage.json").read_text())
    write(root, "api/v1/usage/subscription/sub_18kB", compact(meteroid(groups=180, metrics=6)))
    write(root, "api/v1/usage/subscription/sub_5MB", compact(meteroid(groups=50_000, metrics=50)))
    write(root, "api/v1/companies/cmp_12345/subscriptions/sub_12345/usage", compact(measure(records=36)))
    for kilobytes in (1, 10, 100, 1000, 10_000):  # how the time grows with the size
        write(root, f"api/v1/usage/subscription/sub_{kilobytes}kB", compact(meteroid(groups=10 * kilobytes, metrics=1)))


if __name__ == "__main__":
    main()
