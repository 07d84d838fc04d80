"""What the library must reach, and what a run has reached."""
import dataclasses
from typing import Callable

from results import Results

MEGABYTE = 1e6
Value = Callable[[Results], float]


@dataclasses.dataclass
class Target:
    figure: str
    bound: float
    value: Value
    at_least: bool = False
    unit: str = ""

    def is_met(self, value: float) -> bool:
        return value >= self.bound if self.at_least else value <= self.bound


def against(figure: str, name: str, base: str) -> Value:
    return lambda results: results.ratio(figure, name, base)


def within(figure: str, group: str, who: str, base: str) -> Value:
    """Of two rows of a group."""
    return against(figure, f"{group}/{who}", f"{group}/{base}")


def calls() -> list[Target]:
    bounds = {"wiremock": 1.05, "billing": 1.05, "meteroid": 1.0, "measure": 1.0, "meteroid_5MB": 1.0}
    return [
        Target(
            f"a call against the floor, {body}, {place}, {figure}",
            bound,
            within(figure, f"call/{place}/{body}", "usagekit", "curl_simdjson"),
        )
        for place in ("plain", "tls")
        for body, bound in bounds.items()
        for figure in ("wall", "cpu")
    ]


def against_nlohmann() -> list[Target]:
    bounds = {"wiremock": 1.15, "billing": 1.3, "meteroid": 4, "measure": 7, "meteroid_5MB": 5}
    return [
        Target(
            f"libcurl and nlohmann-json by hand against a call, {body}, plain, cpu",
            bound,
            within("cpu", f"call/plain/{body}", "curl_nlohmann", "usagekit"),
            at_least=True,
        )
        for body, bound in bounds.items()
    ]


BODIES = ("wiremock", "billing", "meteroid", "measure", "meteroid_18k", "measure_40k", "meteroid_5m")


def decoding() -> list[Target]:
    bounds = {"meteroid_18k": 0.7, "meteroid_5m": 0.7, "measure_40k": 0.9, "wiremock": 1.15}

    def targets(title: str, bounds: dict[str, float], who: str, base: str) -> list[Target]:
        return [
            Target(f"decoding {title}, {body}", bound, within("cpu", f"decode/{body}", who, base))
            for body, bound in bounds.items()
        ]

    return [
        *targets("against simdjson by hand", bounds, "usagekit", "simdjson_by_hand"),
        *targets("reversed members against documented order", dict.fromkeys(BODIES, 2), "usagekit_reversed", "usagekit"),
        *targets("against nlohmann-json", dict.fromkeys(BODIES, 1 / 7), "usagekit", "nlohmann"),
    ]


def allocations() -> list[Target]:
    def of_decoding(body: str) -> Value:
        return lambda results: results.rows[f"decode/{body}/usagekit"].allocations

    def of_copying(body: str) -> Value:
        return lambda results: results.rows[f"decode/{body}/usagekit"].figures["copy_allocations"]

    def ratio(body: str) -> Value:
        return lambda results: of_decoding(body)(results) / of_copying(body)(results)

    others = [body for body in BODIES if body != "wiremock"]
    return [
        Target("allocations of decoding, wiremock", 0, of_decoding("wiremock")),
        *[Target(f"allocations of decoding against those of a copy, {body}", 1.01, ratio(body)) for body in others],
    ]


def batches() -> list[Target]:
    small, slow = "batch/plain/64", "batch/plain_10ms/{}".format
    return [
        Target(
            "64 in flight, calls per second against curl_multi without decoding",
            0.95,
            within("rate", small, "usagekit", "curl_multi_raw"),
            at_least=True,
        ),
        *[
            Target(
                f"{number} in flight, the server takes 10 ms, calls per second against wrk",
                0.93,
                within("rate", slow(number), "usagekit", "wrk_raw"),
                at_least=True,
            )
            for number in (64, 256)
        ],
        Target(
            "CPU of a call with 256 in flight against 8",
            1.2,
            against("cpu", "batch/plain/256/usagekit", "batch/plain/8/usagekit"),
        ),
        Target(
            "64 in flight, asynchronous against a batch, calls per second",
            0.9,
            within("rate", small, "usagekit_async", "usagekit"),
            at_least=True,
        ),
        first_batch("HTTP/2", 1 / 20, "cold/h2"),
        first_batch("HTTP/1.1", 1 / 10, "cold/tls"),
    ]


def first_batch(version: str, bound: float, group: str) -> Target:
    title = f"first batch of 64 over TLS, {version}, against a new handle for each call"
    return Target(title, bound, within("wall", group, "usagekit", "new_handles"))


def memory() -> list[Target]:
    def growth(kind: str, figure: str) -> Value:
        def value(results: Results) -> float:
            many, few = results.memory[f"{kind}_100000"], results.memory[f"{kind}_1000"]
            return (many[figure] - few[figure]) / MEGABYTE

        return value

    return [
        Target(
            "transfer of 5 MB against libcurl's defaults, plain, cpu",
            0.75,
            within("cpu", "transfer/plain/5MB", "usagekit", "curl_raw"),
        ),
        Target(
            "kept after an answer of 5 MB", 1, lambda results: results.memory["large"]["kept"] / MEGABYTE, unit=" MB"
        ),
        Target("100,000 calls one after the other against 1,000, most memory", 5, growth("calls", "peak"), unit=" MB"),
        Target(
            "100,000 calls in a batch against 1,000, most memory beyond the results",
            5,
            growth("made", "beyond"),
            unit=" MB",
        ),
    ]


def compiling() -> list[Target]:
    def ratio(results: Results) -> float:
        took = results.footprint["ms"]
        return took["usagekit/wiremock/client.hpp"] / took["boost/outcome.hpp"]

    return [Target("compile time with `<usagekit/wiremock/client.hpp>` against `<boost/outcome.hpp>`", 1.25, ratio)]


def all_targets() -> list[Target]:
    return [
        *calls(), *against_nlohmann(), *decoding(), *allocations(), *batches(), *memory(), *compiling()
    ]
