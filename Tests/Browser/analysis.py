"""Pages of analysis: every drawing has its table and its file, and one table is computed here once more. Alerts: a day
is surveyed, one alert goes to a person and is closed, and the draw of an alert is computed here once more."""

import csv
import hashlib
import io
import urllib.request
from fractions import Fraction

import accessibility
from browser import DESKTOP, PHONE, Browser

VIEWS = ["variation", "wind", "polar", "trend", "allowance", "river", "noise"]
# Views that the demo, with a year of hours, draws at least one picture for.
DRAWN = ["variation", "wind", "polar", "trend", "allowance", "river"]
TABLES = """
return [...document.querySelectorAll('section.analysis')].map((section) => ({
    name: section.getAttribute('aria-label'),
    drawings: section.querySelectorAll('svg').length,
    file: section.querySelector('a[download]')?.getAttribute('href') ?? '',
    empty: section.querySelector('.empty')?.textContent ?? '',
    rows: [...section.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent.trim()))}));
"""


def _rows(product, path):
    with urllib.request.urlopen(product.url + path) as answer:
        return list(csv.reader(io.StringIO(answer.read().decode("utf-8-sig"))))


def _check_view(report, browser, product, view):
    browser.open(f"{product.url}/analysis/{view}")
    sections = browser.run(TABLES)
    report.check(f"{view}: there are sections", bool(sections))
    if view in DRAWN:
        report.check(f"{view}: something is drawn", any(section["drawings"] for section in sections),
                     str(sections)[:300])
    for section in sections:
        name = f"{view}, {section['name']}"
        if not section["rows"]:
            report.check(f"{name}: says why there is nothing", bool(section["empty"]) and not section["drawings"])
            continue
        report.check(f"{name}: has a file", bool(section["file"]))
        body = [[cell or "—" for cell in row] for row in _rows(product, section["file"])[1:]]
        shown = [[cell or "—" for cell in row] for row in section["rows"]]
        report.check(f"{name}: the file holds what the table shows", body == shown, f"{body[:2]} {shown[:2]}")


def _check_hours(report, browser, product, day, station):
    """The means of one day are its values."""
    query = f"station={station}&item=pm25&from={day}&to={day}"
    found = {row[0]: row[1] for row in _rows(product, f"/analysis/variation.csv?part=hours&{query}")[1:]}
    rows = _rows(product, f"/air/stations/{station}.csv?date={day}")[1:]
    values = {str(number): row[5] for number, row in enumerate(rows, 1)}
    wanted = {f"{hour}时": str(Fraction(value)) for hour, value in values.items() if value}
    same = {hour: str(Fraction(value)) for hour, value in found.items() if value}
    report.check(f"{station}: means by hour of one day are its values", same == wanted and len(same) > 12,
                 f"{same} {wanted}")


def _check_alerts(report, browser, product, day, output):
    browser.open(f"{product.url}/alerts")
    browser.run("""
        const button = document.querySelector('button[value=survey]');
        button.form.querySelector('[name=day]').value = arguments[0];
        button.click();""", day)
    browser.open(f"{product.url}/alerts")
    chosen = browser.run("return document.querySelector('input[name=alert]')?.value ?? ''")
    report.check("the demo's faults raise alerts", bool(chosen))
    if not chosen:
        return
    browser.run("""
        const form = document.querySelector('input[name=alert]').form;
        form.querySelector('input[name=alert]').checked = true;
        if (form.querySelector('[name=reviewer]')) form.querySelector('[name=reviewer]').value = '审核员甲';
        form.querySelector('[name=person]').value = '运维员乙';
        form.querySelector('button[value=assign]').click();""")
    browser.open(f"{product.url}/alerts/{chosen}")
    text = browser.run("return document.querySelector('main').textContent")
    report.check("the alert is given to a person", "运维员乙" in text)
    lines = browser.run("""
        return [...document.querySelectorAll('dl div')].map((row) =>
            [row.querySelector('dt').textContent, row.querySelector('dd').textContent.trim()]);""")
    facts = dict(lines)
    hashed = facts["算什么"].split("：", 1)[1].replace(" ⏎ ", "\n")
    digest = hashlib.sha256(hashed.encode()).hexdigest()
    report.check("the draw can be computed by anybody", facts["SHA-256"] == digest and chosen == digest[:16], digest)
    for size in (DESKTOP, PHONE):
        browser.resize(size)
        browser.open(f"{product.url}/alerts/{chosen}")
        browser.screenshot(output / f"alert-{size[0]}.png", whole_page=True)
        accessibility.check_page(report, browser, f"alert at {size[0]}")
    browser.resize(DESKTOP)
    browser.open(f"{product.url}/alerts/{chosen}")
    browser.run("""
        const form = document.querySelector('button[value=close]').form;
        if (form.querySelector('[name=reviewer]')) form.querySelector('[name=reviewer]').value = '运维员乙';
        form.querySelector('[name=outcome]').value = 'real';
        form.querySelector('[name=note]').value = '现场核实';
        form.querySelector('button[value=close]').click();""")
    browser.open(f"{product.url}/alerts?show=closed")
    report.check("a closed alert stands among the closed", "属实" in browser.run(
        "return document.querySelector('main').textContent"))


def check(report, product, place, output):
    browser = Browser(DESKTOP)
    try:
        for view in VIEWS:
            _check_view(report, browser, product, view)
        _check_hours(report, browser, product, place["day"], place["stations"][0])
        _check_alerts(report, browser, product, place["day"], output)
    finally:
        browser.close()
