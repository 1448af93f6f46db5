"""A day of air stations at the keyboard of 审核矩阵, and its published values computed once more."""

import csv
import io
import re
import time
from fractions import Fraction

from product import NotReady
from selenium.webdriver.common.keys import Keys

ITEMS = ["so2", "no2", "pm10", "pm25", "co", "o3"]
# How the figures of a station's page begin.
LABELS = {"so2": "SO₂", "no2": "NO₂", "pm10": "PM₁₀", "pm25": "PM₂.₅", "co": "CO", "o3": "O₃"}
AIR_INDEX = "AQI"
# The key of the reason for what is said of values; everything else is accepted.
KEYS = [("超量程", "8"), ("负值", "8"), ("倒挂", "6"), ("数值不变", "7"), ("运维标记", "2"), ("漂移", "3"), ("突跳", "1"),
        ("远高于邻站", "1"), ("离群", "1"), ("变化过快", "1"), ("比例异常", "1")]
MOST_DECISIONS = 80
MOST_KEYS = 200
INDEX = [0, 50, 100, 150, 200, 300, 400, 500]
# HJ 633-2026, table 1: the bounds of a day, by item.
BOUNDS = {"so2": [0, 50, 150, 475, 800, 1600, 2100, 2620], "no2": [0, 40, 80, 180, 280, 565, 750, 940],
          "pm10": [0, 50, 120, 250, 350, 420, 500, 600], "pm25": [0, 35, 60, 115, 150, 250, 350, 500],
          "co": [0, 2, 4, 14, 24, 36, 48, 60], "o3": [0, 100, 160, 215, 265, 800]}
REJECTED = """
return [...document.querySelectorAll('table.cells td.rejected input')].map((input) => input.value);
"""
CHOSEN = "return [...document.querySelectorAll('table.cells input:checked')].map((input) => input.value)"
CITATION = "document.querySelector('form[data-review] [name=citation]').value = arguments[0]"


def rounded(value, decimals=0):
    """GB/T 8170: half to even."""
    return Fraction(round(value * 10 ** decimals), 10 ** decimals)


def index(item, value):
    """The IAQI of a published value; above the last bound it is the last index."""
    bounds = BOUNDS[item]
    for low, high, first, last in zip(bounds, bounds[1:], INDEX, INDEX[1:]):
        if value <= high:
            exact = Fraction(last - first) / (high - low) * (value - low) + first
            return -(-exact.numerator // exact.denominator)  # rounded up
    return 300 if item == "o3" else 500


class Day:
    """A day, and which of its values were rejected."""

    def __init__(self, office, day, records=()):
        """`records` are the contractor's records that rejections of a kind cite, by the key of the reason."""
        self.office = office
        self.day = day
        self.records = dict(records)
        self.rejected = set()  # (station, item, hour 1 … 24)

    @property
    def matrix(self):
        return f"/review/matrix?day={self.day}"

    def stations(self):
        """Those whose values the bureau reviews, read off the matrix that is open."""
        return self.office.browser.run("""
            return [...new Set([...document.querySelectorAll('table.cells input')].map(
                (input) => input.value.split('@').pop()))];""")

    def press(self, key):
        """Presses a key in the matrix and waits for the page that answers."""
        browser = self.office.browser
        browser.run("window.waiting = true")
        browser.press(key)
        until = time.monotonic() + 20
        while time.monotonic() < until:
            try:
                if browser.run("return window.waiting === undefined && document.readyState === 'complete'"):
                    return
            except Exception:  # between two pages there is no document to ask
                pass
            time.sleep(0.02)
        raise NotReady(f"no page after the key {key!r}: {self.office.text('.refused')}")

    def decide_all(self, report):
        """Goes through what waits, the heaviest first: each question has the key of its kind."""
        office, presses = self.office, 0
        for _ in range(MOST_DECISIONS):
            waiting = office.text("[data-queue]")
            if not waiting:
                break
            self.press("n")
            chosen = office.browser.run(CHOSEN)
            key = next((key for word, key in KEYS if word in waiting), None)
            if key is None:
                self.press(Keys.ENTER)
            else:
                record = self.records.get(key, "")
                office.browser.run(CITATION, record)
                self.press(key)
                presses += len(record)
                for item, hour, _, _, station in (value.split("@", 4) for value in chosen):
                    self.rejected.add((station, item, int(hour)))
            presses += 2
            if office.text(".refused"):
                raise NotReady(f"{waiting}: {office.text('.refused')}")
        report.check(f"{self.day}: everything that waits is decided by key", office.text("[data-queue]") == "",
                     office.text("[data-queue]"))
        report.check(f"{self.day}: its review takes no more than {MOST_KEYS} keys ({presses})",
                     0 < presses <= MOST_KEYS)

    def step(self, login, name, **fields):
        """Presses the button of a step by key."""
        office = self.office
        office.sit(login, self.matrix)
        office.browser.run("""
            for (const [name, value] of Object.entries(arguments[1])) {
                document.querySelector(`form[data-steps] [name="${name}"]`).value = value;
            }
            document.querySelector(`form[data-steps] button[value="${arguments[0]}"]`).focus();""", name, fields)
        self.press(Keys.ENTER)
        return office.text(".refused")

    def fetch(self, path):
        """The text of an address, by the session of the browser."""
        text = self.office.browser.run("""
            const request = new XMLHttpRequest();
            request.open('GET', arguments[0], false);
            request.send();
            return request.responseText;""", path)
        return text.lstrip("\ufeff")

    def hours(self, station, day=None):
        """The valid values of a station's day as they came: a row an hour, a text an item."""
        text = self.fetch(f"/air/stations/{station}.csv?date={day or self.day}")
        return [dict(zip(ITEMS, row[2:])) for row in list(csv.reader(io.StringIO(text)))[1:]]

    def reference(self, station):
        """The published day by item, and its AQI, of what came and was not rejected."""
        rows, day = self.hours(station), {}
        for item in ITEMS:
            hours = {hour: Fraction(row[item]) for hour, row in enumerate(rows, 1)
                     if row[item] not in ("", "/") and (station, item, hour) not in self.rejected}
            if item == "o3":
                windows = []
                for last in range(8, 25):
                    window = [hours[hour] for hour in range(last - 7, last + 1) if hour in hours]
                    if len(window) >= 6:
                        windows.append(sum(window) / len(window))
                # With too few windows only a value above the limit may be published.
                if windows and (len(windows) >= 14 or max(windows) > 160):
                    day[item] = rounded(max(windows))
            elif len(hours) >= 20:
                day[item] = rounded(sum(hours.values()) / len(hours), 1 if item == "co" else 0)
        best = max((index(item, value) for item, value in day.items()), default=0)
        return day, best if len(day) == len(ITEMS) or best > 100 else None

    def published(self, station):
        """What the station's page prints: figures by their labels."""
        browser = self.office.browser
        browser.open(f"{self.office.product.url}/air/stations/{station}?date={self.day}")
        return dict(browser.run("""
            return [...document.querySelectorAll('ul.figures li')].map((row) =>
                [row.querySelector('span').textContent.trim(), row.querySelector('strong').textContent.trim()]);"""))

    def compare(self, report, stations):
        """Every published value against the one computed here."""
        wrong = []
        for station in stations:
            day, aqi = self.reference(station)
            shown = self.published(station)
            wanted = {LABELS[item]: day.get(item) for item in ITEMS} | {AIR_INDEX: aqi}
            for label, value in wanted.items():
                text = next((text for name, text in shown.items()
                             if name.startswith(label) or label == AIR_INDEX and label in name), "")
                number = re.match(r"\d+(\.\d+)?", text)
                if (Fraction(number.group()) if number else None) != value:
                    wrong.append(f"{station} {label}: computed here {value}, published {text!r}")
        report.empty(f"{self.day}: {len(stations)} stations × 6 items and AQI are as computed here", wrong)
        report.check(f"{self.day}: some of them are published", len(stations) > 0)
