#!/usr/bin/env python3
"""Browser test: starts the demo district, looks at its pages in a real browser as users do, and keeps the pictures.

Runs in the environment that script/bootstrap makes (.venv-browser). Pictures and documents go to Tests/Browser/output;
with --publish the README's pictures are copied to Docs/images.
"""

import argparse
import datetime
import pathlib
import shutil
import sys
import time
import traceback

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Harness")]

import accessibility  # noqa: E402
import adoption  # noqa: E402
import air_index  # noqa: E402
import analysis  # noqa: E402
import casework  # noqa: E402
import documents  # noqa: E402
import explanations  # noqa: E402
import manual  # noqa: E402
import mapping  # noqa: E402
import pages  # noqa: E402
import proofs  # noqa: E402
import publication  # noqa: E402
import reports  # noqa: E402
import review  # noqa: E402
import reviewer  # noqa: E402
import signing_in  # noqa: E402
from browser import DESKTOP, PHONE, Browser  # noqa: E402
from product import ROOT, NotReady, Product, stop_cleanly_on_signals  # noqa: E402
from report import Report  # noqa: E402

OUTPUT = HERE / "output"
IMAGES = ROOT / "Docs" / "images"
PUBLISHED = ["morning-1920.png", "station-1920.png", "morning-390.png"]
IMAGE_BYTES_MAX = 400_000
READY_SECONDS = 300  # the demo makes a year of history first, in a debug build
PAST_SECONDS = 600
STATION_PAGES = 2  # stations whose own page is compared; the morning screen is compared for all


def places(browser, product):
    """What the addresses of the other pages need, read off the morning screen and the list of sections."""
    browser.open(product.url + pages.MORNING)
    links = browser.run(f"return [...document.querySelectorAll('{pages.MATRIX} a')].map((a) => a.getAttribute('href'))")
    stations = list(dict.fromkeys(found.group(1) for link in links if (found := pages.STATION_LINK.search(link))))
    day = next(found.group() for link in links if (found := pages.DAY.search(link)))
    browser.open(product.url + pages.PAGES["water"][0])
    hrefs = browser.run("return [...document.links].map((link) => link.getAttribute('href'))")
    section = next(found.group(1) for href in hrefs if (found := pages.SECTION_LINK.search(href)))
    month = (datetime.date.fromisoformat(day).replace(day=1) - datetime.timedelta(days=1)).strftime("%Y-%m")
    browser.open(product.url + pages.PAGES["devices"][0])
    hrefs = browser.run("return [...document.links].map((link) => link.getAttribute('href'))")
    device = next(found.group(1) for href in hrefs if (found := pages.DEVICE_LINK.search(href)))
    packet = next(href for href in hrefs if pages.PACKET_LINK.search(href))
    found = {"device": device, "packet": packet, "day": day, "month": month} | proofs.seal(browser, product, day)
    # The first page as of a record waits for the state of then; in a debug build longer than a browser does.
    product.get(pages.PAGES["trace-past"][0].format(station=stations[0], **found), timeout=PAST_SECONDS)
    return found | {"stations": stations, "station": stations[0], "section": section,
                    "waiting": adoption.waiting(browser, product)}


def look_at_pages(report, product, place, size):
    """Opens every page at one size: checks it, presses Tab through it, keeps a picture."""
    browser = Browser(size)
    width = size[0]
    try:
        for name, (address, on_phone) in pages.PAGES.items():
            if size == PHONE and not on_phone:
                continue
            began = time.monotonic()
            complaints = browser.open(product.url + address.format(**place))
            took = time.monotonic() - began
            label = f"{name} at {width}"
            browser.screenshot(OUTPUT / f"{name}-{width}.png")
            browser.screenshot(OUTPUT / f"{name}-{width}-whole.png", whole_page=True)
            report.empty(f"{label}: opens without complaint ({took:.1f} s)", complaints)
            accessibility.check_page(report, browser, label)
            if size == PHONE:
                accessibility.check_width(report, browser, label)
            else:
                accessibility.check_keyboard(report, browser, label)
        if size == DESKTOP:
            accessibility.check_matrix(report, browser, product.url + pages.MORNING)
            browser.open(product.url + pages.MORNING)
            air_index.check(report, browser, product, place["day"], place["stations"][:STATION_PAGES])
        explanations.check(report, browser, product, place, OUTPUT)
        report.empty(f"at {width}: no request left this machine", browser.foreign_addresses())
    finally:
        browser.close()


def publish(report):
    """Copies the README's pictures, which must stay small."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name in PUBLISHED:
        size = (OUTPUT / name).stat().st_size
        if report.check(f"{name} is small enough for the repository", size < IMAGE_BYTES_MAX, f"{size} bytes"):
            shutil.copyfile(OUTPUT / name, IMAGES / name)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=str(ROOT / ".build/debug/qingheng"))
    options.add_argument("--publish", action="store_true", help="copy the README's pictures to Docs/images")
    chosen = options.parse_args()
    stop_cleanly_on_signals()

    shutil.rmtree(OUTPUT, ignore_errors=True)
    OUTPUT.mkdir()
    report = Report()
    product = Product(chosen.binary, "demo")
    try:
        product.start(READY_SECONDS, after_line="演示数据已就绪")
        finder = Browser(DESKTOP)
        try:
            place = places(finder, product)
        finally:
            finder.close()
        print(f"  {place['day']}, {len(place['stations'])} stations")
        for size in (DESKTOP, PHONE):
            look_at_pages(report, product, place, size)
        adoption.check(report, product, place["waiting"], OUTPUT)
        look = Browser(DESKTOP)
        try:
            proofs.check(report, look, product, place)
        finally:
            look.close()
        publication.check(report, product, place, OUTPUT)
        mapping.check(report, product, OUTPUT)
        analysis.check(report, product, place, OUTPUT)
        reviewer.check(report, chosen.binary, OUTPUT)
        signing_in.check(report, chosen.binary, OUTPUT)
        casework.check(report, chosen.binary, OUTPUT)
        reports.measure(report, product, place["day"])
        reports.check(report, chosen.binary, OUTPUT)
        manual.check(report, chosen.binary, OUTPUT)
        for path in pages.DOCUMENTS:
            documents.check(report, product, path.format(**place), OUTPUT)
        documents.check(report, product, place["sealed"], OUTPUT, page=pages.DAILY.format(**place))
        proofs.check_code(report, place, OUTPUT)
        # Last: it goes on with the demo's data under accounts of its own.
        review.check(report, product, chosen.binary, place["day"], OUTPUT)
        if chosen.publish:
            publish(report)
        report.check("asked to stop, the demo stops with status 0", product.stop() == 0, product.last_lines())
    except NotReady as error:
        report.check("the demo starts", False, str(error))
    except Exception:  # a page without what every check stands on: say where, count it, and stop the server
        report.check("the pages have what the test looks for", False,
                     f"\n{traceback.format_exc()}{product.last_lines()}")
    finally:
        product.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
