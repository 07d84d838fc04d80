"""What the library must reach, and what a run has reached. Each target is a line here."""
import dataclasses
from typing import Callable

from results import Results

MEGABYTE = 1e6


@dataclasses.dataclass
class Target:
    figure: str
    bound: float
    value: Callable[[Results], float]
    at_least: bool = False
    unit: str = ""

    def is_met(self, value: float) -> bool:
        return value >= self.bound if self.at_least else value <= self.bound


def against(figure: str, name: str, base: str) -> Callable[[Results], float]:
    return lambda results: results.ratio(figure, name, base)


def calls() -> list[Target]:
    bounds = {"wiremock": 1.05, "billing": 1.05, "meteroid": 1.0, "measure": 1.0, "meteroid_5MB": 1.0}
    return [
        Target(f"a call against the floor, {body}, {place}, {figure}", bound, against(figure, f"call/{place}/{body}/usagekit", f"call/{place}/{body}/curl_simdjson"))
        for place in ("plain", "tls")
        for body, bound in bounds.items()
        for figure in ("wall", "cpu")
    ]


def against_nlohmann() -> list[Target]:
    bounds = {"wiremock": 1.15, "billing": 1.3, "meteroid": 4, "measure": 7, "meteroid_5MB": 5}
    return [
        Target(f"libcurl and nlohmann-json by hand against a call, {body}, plain, cpu", bound, against("cpu", f"call/plain/{body}/curl_nlohmann", f"call/plain/{body}/usagekit"), True)
        for body, bound in bounds.items()
    ]


def decoding() -> list[Target]:
    bounds = {"meteroid_18k": 0.7, "meteroid_5m": 0.7, "measure_40k": 0.9, "wiremock": 1.15}
    name = "decode/{}/{}".format
    by_hand = [Target(f"decoding against simdjson by hand, {body}", bound, against("cpu", name(body, "usagekit"), name(body, "simdjson_by_hand"))) for body, bound in bounds.items()]
    bodies = ("wiremock", "billing", "meteroid", "measure", "meteroid_18k", "measure_40k", "meteroid_5m")
    reversed_ = [Target(f"decoding reversed members against documented order, {body}", 2, against("cpu", name(body, "usagekit_reversed"), name(body, "usagekit"))) for body in bodies]
    nlohmann = [Target(f"decoding against nlohmann-json, {body}", 1 / 7, against("cpu", name(body, "usagekit"), name(body, "nlohmann"))) for body in bodies]
    return by_hand + reversed_ + nlohmann + allocations(bodies)


def allocations(bodies: tuple[str, ...]) -> list[Target]:
    def of_copying(body: str) -> Callable[[Results], float]:
        return lambda results: results.rows[f"decode/{body}/usagekit"].allocations / results.rows[f"decode/{body}/usagekit"].figures["copy_allocations"]

    none = Target("allocations of a decode, wiremock", 0, lambda results: results.rows["decode/wiremock/usagekit"].allocations)
    return [none] + [Target(f"allocations of a decode against those of a copy, {body}", 1.01, of_copying(body)) for body in bodies if body != "wiremock"]


def batches() -> list[Target]:
    batch = "batch/{}/{}/{}".format
    return [
        Target("64 in flight, calls per second against curl_multi without decoding", 0.95, against("rate", batch("plain", 64, "usagekit"), batch("plain", 64, "curl_multi_raw")), True),
        *[
            Target(f"{number} in flight, the server takes 10 ms, calls per second against wrk", 0.93, against("rate", batch("plain_10ms", number, "usagekit"), batch("plain_10ms", number, "wrk_raw")), True)
            for number in (64, 256)
        ],
        Target("CPU of a call with 256 in flight against 8", 1.2, against("cpu", batch("plain", 256, "usagekit"), batch("plain", 8, "usagekit"))),
        Target("64 in flight, asynchronous against a batch, calls per second", 0.9, against("rate", batch("plain", 64, "usagekit_async"), batch("plain", 64, "usagekit")), True),
        Target("first batch of 64 over TLS, HTTP/2, against a new handle for each call", 1 / 20, against("wall", "cold/h2/usagekit", "cold/h2/new_handles")),
        Target("first batch of 64 over TLS, HTTP/1.1, against a new handle for each call", 1 / 10, against("wall", "cold/tls/usagekit", "cold/tls/new_handles")),
    ]


def memory() -> list[Target]:
    def growth(kind: str, figure: str) -> Callable[[Results], float]:
        return lambda results: (results.memory[f"{kind}_100000"][figure] - results.memory[f"{kind}_1000"][figure]) / MEGABYTE

    return [
        Target("transfer of 5 MB against libcurl's defaults, plain, cpu", 0.75, against("cpu", "transfer/plain/5MB/usagekit", "transfer/plain/5MB/curl_raw")),
        Target("kept after an answer of 5 MB", 1, lambda results: results.memory["large"]["kept"] / MEGABYTE, unit=" MB"),
        Target("100,000 calls one after the other against 1,000, most memory", 5, growth("calls", "peak"), unit=" MB"),
        Target("100,000 calls in a batch against 1,000, most memory beyond calls and results", 5, growth("batch", "beyond"), unit=" MB"),
    ]


def compiling() -> list[Target]:
    def ratio(results: Results) -> float:
        took = results.footprint["ms"]
        return took["usagekit/wiremock/client.hpp"] / took["boost/outcome.hpp"]

    return [Target("compile time with `<usagekit/wiremock/client.hpp>` against `<boost/outcome.hpp>`", 1.25, ratio)]


def all_targets() -> list[Target]:
    return calls() + against_nlohmann() + decoding() + batches() + memory() + compiling()
