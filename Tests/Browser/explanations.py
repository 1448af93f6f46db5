"""The card of a judged value: opened by click and by keyboard, closed again, and checked by hand.

The check is a second computation: it takes the concentrations and the two rows of the table off the card, puts them
into the formula of HJ 633 as exact fractions, and must come to the IAQI, AQI and primary pollutants on the card.
"""

import csv
import io
import math
import re
import time
from fractions import Fraction

import pages
from browser import PHONE
from selenium.webdriver.common.keys import Keys

_WAIT_SECONDS = 5
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_COLUMN = {"SO2": "so2", "NO2": "no2", "PM10": "pm10", "PM2.5": "pm25", "CO": "co", "O3": "o3"}
_CARD = """
const root = document.querySelector(arguments[0]);
return {
    outcome: root.querySelector('.outcome').textContent,
    inputs: [...root.querySelectorAll('.entries > div')].map((row) =>
        [row.querySelector('dt').textContent, row.querySelector('dd').firstChild.textContent]),
    steps: [...root.querySelectorAll('.workings tbody tr')].map((row) => ({
        subject: row.querySelector('th').firstChild.textContent, isDeciding: row.classList.contains('strong'),
        cells: [...row.querySelectorAll('td')].map((cell) => cell.textContent)})),
};
"""
_IS_OPEN = "return !!document.querySelector('dialog.over[open] .outcome')"


def wait(browser, script, wanted=True):
    """Whether a script comes to say what is wanted, within some seconds."""
    until = time.monotonic() + _WAIT_SECONDS
    while browser.run(script) != wanted:
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def _number(text):
    return Fraction(re.search(r"\d+(?:\.\d+)?", text).group())


def faults_of_air_card(card, csv_row=None):
    """What is wrong with the numbers of a card of AQI; `csv_row`: the station's own row of the hour."""
    faults, indices = [], {}
    values = {label.translate(_LOWERED).split(" ")[0]: text for label, text in card["inputs"]}
    for step in card["steps"]:
        subject = step["subject"].translate(_LOWERED)
        row, formula, exact, result = step["cells"]
        if not subject.endswith(" 的 IAQI"):
            continue
        item = subject.split(" ")[0]
        if csv_row is not None and Fraction(csv_row[_COLUMN[item]]) != _number(values[item]):
            faults.append(f"{item}: {values[item]} on the card, {csv_row[_COLUMN[item]]} in the CSV")
        rounded = re.search(r"修约为 ([\d.]+)", values[item])
        entered = Fraction(rounded.group(1)) if rounded else _number(values[item])
        ends = [Fraction(number) for number in re.findall(r"\d+(?:\.\d+)?", row.replace("m³", "m"))]
        if len(ends) != 4:
            faults.append(f"{item}: no two rows of the table in {row!r}")
            continue
        low, high, low_index, high_index = ends
        value = (high_index - low_index) / (high - low) * (entered - low) + low_index
        if Fraction(exact.split(" ")[0]) != value:
            faults.append(f"{item}: {exact} on the card, {value} by hand")
        if not low <= entered <= high or int(result) != math.ceil(value):
            faults.append(f"{item}: {result} on the card, {math.ceil(value)} by hand")
        if str(int(high_index)) not in formula or str(int(low_index)) not in formula:
            faults.append(f"{item}: the formula {formula!r} does not use the row {row!r}")
        indices[item] = int(result)
    aqi = max(1, *indices.values())
    primary = "、".join(item for item in indices if indices[item] == aqi) if aqi > 50 else None
    outcome = card["outcome"].translate(_LOWERED)
    if not outcome.startswith(f"AQI {aqi}，") or (primary or "无首要污染物") not in outcome:
        faults.append(f"{outcome!r} on the card, AQI {aqi} {primary} by hand")
    deciding = {step["subject"].translate(_LOWERED).split(" ")[0] for step in card["steps"] if step["isDeciding"]}
    if deciding != {item for item in indices if indices[item] == max(indices.values())}:
        faults.append(f"decided by {deciding}, by hand {indices}")
    return faults


def _csv_row(product, station, day, hour):
    """The row of an hour in the station's CSV; hours stand by their ends, the last one on the next day."""
    body = product.get(pages.STATION_CSV.format(station=station, day=day))[2].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(body)))
    return rows[hour - 1]


def check(report, browser, product, place, output):
    """Opens cards on the morning screen by click and by keyboard, and the card of a section on its page."""
    size = browser.size[0]
    browser.open(product.url + pages.MORNING)
    full = f"{pages.MATRIX} td.l2 > a[data-explain], {pages.MATRIX} td.l3 > a[data-explain]"
    link = browser.run(f"const cell = document.querySelector('{full}'); cell.scrollIntoView({{block: 'center'}});"
                       " return cell.getAttribute('href')")
    cell = browser.driver.find_element("css selector", f'{pages.MATRIX} a[href="{link}"]')
    cell.click()
    if not report.check(f"at {size}: a click on an hour opens its card over the page", wait(browser, _IS_OPEN)
                        and browser.run("return location.pathname") == pages.MORNING, browser.driver.current_url):
        return
    browser.screenshot(output / f"card-{size}.png")
    station, day, hour = re.search(r"/stations/([^/]+)/hours/([\d-]+)/(\d+)", link).groups()
    report.empty(f"at {size}: the card can be followed by hand to its AQI",
                 faults_of_air_card(browser.run(_CARD, "dialog.over"), _csv_row(product, station, day, int(hour))))
    report.check(f"at {size}: the card fits the screen",
                 browser.run("const box = document.querySelector('dialog.over');"
                             " const at = box.getBoundingClientRect();"
                             " return box.scrollWidth <= box.clientWidth && at.left >= 0 && at.right <= innerWidth + 1"
                             " && at.bottom <= innerHeight + 1"))
    if browser.size == PHONE:
        report.check(f"at {size}: it is a sheet at the foot of the screen", browser.run(
            "const at = document.querySelector('dialog.over').getBoundingClientRect();"
            " return Math.abs(at.bottom - innerHeight) <= 1 && Math.abs(at.width - innerWidth) <= 1"))
    browser.press(Keys.ESCAPE)
    report.check(f"at {size}: Escape closes it and the focus is back on the hour", wait(browser, _IS_OPEN, False)
                 and browser.run("return document.activeElement.getAttribute('href')") == link)
    _check_close_button(report, browser, size, link)
    _check_section(report, browser, product, place, output)


def _check_close_button(report, browser, size, link):
    """By keyboard alone: Enter on the hour, Enter on the button; the focus stays inside while it is open."""
    browser.press(Keys.ENTER)
    if not report.check(f"at {size}: Enter opens the card", wait(browser, _IS_OPEN)):
        return
    inside = browser.run("return document.activeElement.closest('dialog.over') !== null")
    browser.press(Keys.TAB, 3)
    stays = browser.run("return document.activeElement === document.body"
                        " || document.activeElement.closest('dialog.over') !== null")
    report.check(f"at {size}: the focus is inside the card and stays there", inside and stays)
    browser.run("document.querySelector('dialog.over > .close').focus()")
    browser.press(Keys.ENTER)
    report.check(f"at {size}: the button closes it and the focus is back", wait(browser, _IS_OPEN, False)
                 and browser.run("return document.activeElement.getAttribute('href')") == link)


def _check_section(report, browser, product, place, output):
    """The class of a section, opened from its badge, and the same card as a page."""
    size = browser.size[0]
    browser.open(product.url + pages.PAGES["section"][0].format(**place))
    badge = browser.driver.find_element("css selector", "a[data-explain][href^='/explain/water/']")
    address = badge.get_attribute("href")
    browser.run("arguments[0].scrollIntoView({block: 'center'}); arguments[0].focus()", badge)
    browser.press(Keys.ENTER)
    if not report.check(f"at {size}: the class of a section opens its card", wait(browser, _IS_OPEN)):
        return
    browser.screenshot(output / f"water-card-{size}.png")
    over = browser.run(_CARD, "dialog.over")
    worst = max((step["cells"][3] for step in over["steps"] if "≤" in step["cells"][0] or "≥" in step["cells"][0]
                 or "Ⅴ类均为" in step["cells"][0]), key=lambda name: "Ⅰ Ⅱ Ⅲ Ⅳ Ⅴ 劣Ⅴ".split().index(name[:-1]))
    report.check(f"at {size}: … and ends with the class of its worst item", over["outcome"].startswith(worst),
                 f"{over['outcome']} though the worst is {worst}")
    browser.open(address)
    report.check(f"at {size}: the card's own page says the same", browser.run(_CARD, "main") == over)
