#!/usr/bin/env python3
"""Fails unless xmllint reads the HTML page without a complaint, and headless Chromium shows in it what the reports say:
bars as wide and of the colour that the figures want, in the light and in the dark, readable, on a phone as well, with
nothing active in it, nothing logged, and nothing fetched.

usage: html_check.py RENDER_PROGRAM [--screenshot FILE]     with FILE: takes a picture of Billing's reports instead
"""
import base64
import colorsys
import re
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True  # the source tree stays as it is
from browser import Browser
from rendering import HERE, Failure, check_all, printable, run

FIGURES = """
const channels = color => color.match(/[0-9.]+/g).map(Number);
const opaque = element => {
  for (; element; element = element.parentElement) {
    const color = channels(getComputedStyle(element).backgroundColor);
    if (color.length < 4 || color[3] > 0) return color;
  }
  return [255, 255, 255];
};
const has_text = element => [...element.childNodes].some(node => node.nodeType == 3 && node.data.trim());
return {
  bars: [...document.querySelectorAll('.bar')].map(bar => ({
    width: bar.getBoundingClientRect().width / bar.parentElement.getBoundingClientRect().width,
    color: channels(getComputedStyle(bar).backgroundColor),
    track: channels(getComputedStyle(bar.parentElement).backgroundColor),
    label: bar.parentElement.getAttribute('aria-label'), role: bar.parentElement.getAttribute('role'),
    cell: bar.closest('td').innerText})),
  texts: [...document.body.querySelectorAll('*')].filter(has_text).map(element => ({
    text: element.textContent, color: channels(getComputedStyle(element).color), behind: opaque(element)})),
  active: document.querySelectorAll('script, img, a, b, i, iframe, object, link, form').length + document.scripts.length,
  tables: [...document.querySelectorAll('table')].map(table => !!table.caption?.textContent),
  unscoped: document.querySelectorAll('th:not([scope])').length,
  content: document.body.textContent, title: document.title, heading: document.querySelector('h1').textContent,
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
};
"""


def luminance(color):
    def linear(channel):
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel / 255) for channel in color[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """As WCAG 2.2 defines it."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def colour_of(color):
    hue = 360 * colorsys.rgb_to_hls(*(channel / 255 for channel in color[:3]))[0]
    return "red" if hue < 20 or hue > 340 else "yellow" if 30 < hue < 70 else "green" if 90 < hue < 170 else f"hue {hue:.0f}"


def wanted_colour(percentage):
    return "red" if percentage > 90 else "yellow" if percentage > 75 else "green"


def require(holds, why):
    if not holds:
        raise Failure(why)


def check_bars(reports, bars):
    percentages = [metric["percentage"] for report in reports for metric in report["metrics"] if "percentage" in metric]
    require(len(bars) == len(percentages), f"{len(bars)} bars for {len(percentages)} percentages")
    for bar, percentage in zip(bars, percentages, strict=True):
        share = float(min(max(percentage, 0), 100)) / 100
        require(abs(bar["width"] - share) < 0.01, f"a bar of {percentage} % is {bar['width']:.3f} of its track")
        require(colour_of(bar["color"]) == wanted_colour(percentage), f"a bar of {percentage} % is {colour_of(bar['color'])}")
        require(contrast(bar["color"], bar["track"]) >= 3, f"a {colour_of(bar['color'])} bar does not stand out")
        shown = re.match(r"-?[\d,]+\.\d%", bar["cell"].strip())
        require(shown, f"no percentage stands beside the bar: {bar['cell']}")
        require(bar["role"] == "img" and bar["label"].startswith(shown[0]), f"the bar is called {bar['label']}")
        above = re.search(r"above [\d.]+%", bar["label"])
        require(bool(above) == (percentage > 75), f"{bar['label']} of {percentage} %")
        require(not above or above[0] in bar["cell"], "only the colour says that a threshold is crossed")


def check_texts(reports, found):
    for text in found["texts"]:
        reached = contrast(text["color"], text["behind"])
        require(reached >= 4.5, f"{text['text']!r} has a contrast of {reached:.2f}")
    for report in reports:
        names = [report["provider"], report.get("subject", ""), *report["notes"]]
        for metric in report["metrics"]:
            names += [metric["name"] or metric["id"], metric.get("unit", "") if "used" in metric else ""]
            names += [text for group in metric["groups"] for pair in group["dimensions"].items() for text in pair]
        for name in names:
            require(printable(name) in found["content"], f"{name!r} is not in the page")


def check_page(browser, reports, page):
    browser.resize(1000, 800)
    for scheme in ("light", "dark"):
        browser.prefer(scheme)
        found = browser.run(FIGURES)
        check_bars(reports, found["bars"])
        check_texts(reports, found)
    require(found["active"] == 0, f"{found['active']} elements are there that no report has")
    require(all(found["tables"]) and found["unscoped"] == 0, "a table has no caption, or a header cell no scope")
    require(found["title"] == found["heading"] == "Usage", f"the title is {found['title']}")
    require(luminance(found["texts"][0]["behind"]) < 0.1, "the page is not dark when that is preferred")
    browser.resize(360, 740)
    require(browser.run(FIGURES)["overflow"] <= 0, "on a phone the page is wider than the screen")
    require(not (logged := browser.console()), f"the console says {logged}")
    asked = browser.requested()
    require(asked == [page], f"not only the page was asked for: {asked}")


def as_page(folder, rendered):
    path = Path(folder) / "page.html"
    path.write_bytes(rendered)
    return path.as_uri()


def check(reports, rendered):
    run(["xmllint", "--html", "--noout", "-"], rendered, missing="libxml2-utils")
    with tempfile.TemporaryDirectory() as folder:
        page = as_page(folder, rendered)
        BROWSER.console(), BROWSER.requested()  # what is left of a page that failed is not this one's
        BROWSER.open(page)
        check_page(BROWSER, reports, page)


def take_screenshot(program, file):
    rendered = run([program, "html"], (HERE / "golden/billing.json").read_bytes())
    with Browser() as browser, tempfile.TemporaryDirectory() as folder:
        browser.open(as_page(folder, rendered))
        browser.resize(900, 1270)
        browser.prefer("light")
        picture = browser.command("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        Path(file).write_bytes(base64.b64decode(picture["data"]))


if len(sys.argv) == 4 and sys.argv[2] == "--screenshot":
    sys.exit(take_screenshot(sys.argv[1], sys.argv[3]))
try:
    with Browser() as BROWSER:
        check_all("html", check)
except Failure as error:
    sys.exit(str(error))
