"""A day's review by keyboard: what waits is rejected or accepted, a second person signs, the day is locked and opened
again. The published means are compared with those that are computed here from the values as they came."""

import csv
import datetime
import io
import time
from fractions import Fraction

import accessibility
import outlets
from browser import DESKTOP, PHONE
from office import Office
from product import NotReady
from selenium.webdriver.common.keys import Keys

PEOPLE = [("shenjia", "审核员甲", "monitoring-reviewer"), ("shenyi", "审核员乙", "monitoring-reviewer"),
          ("juzhang", "局长丙", "director")]
MOST_DECISIONS = 60
ITEMS = ["so2", "no2", "pm10", "pm25", "co", "o3"]
# What is rejected: (station, item, hour 1 … 24).
REJECTED = """
return [...document.querySelectorAll('table.cells td.rejected input')].map((input) => input.value);
"""
CHOSEN = "return [...document.querySelectorAll('table.cells input:checked')].map((input) => input.value)"
FOCUSED = "return document.activeElement?.value ?? ''"


class Day:
    """A day's values as they came, and which of them were rejected."""

    def __init__(self, office, day):
        self.office = office
        self.day = day
        self.rejected = set()

    @property
    def matrix(self):
        return f"/review/matrix?day={self.day}"

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
        """Goes through what waits, the heaviest first: spikes are rejected, the rest is accepted."""
        office, presses = self.office, 0
        for _ in range(MOST_DECISIONS):
            waiting = office.text("[data-queue]")
            if not waiting:
                break
            self.press("n")
            chosen = office.browser.run(CHOSEN)
            if "突跳" in waiting:
                self.press("1")
                for item, hour, _, _, station in (value.split("@", 4) for value in chosen):
                    self.rejected.add((station, item, int(hour)))
            else:
                self.press(Keys.ENTER)
            presses += 2
            if office.text(".refused"):
                raise NotReady(office.text(".refused"))
        report.check("everything that waits is decided by key", office.text("[data-queue]") == "",
                     office.text("[data-queue]"))
        report.check(f"a normal day takes no more than 200 keys ({presses})", 0 < presses <= 200)

    def reference(self, station, item):
        """The day's mean once more: valid values of the file that were not rejected."""
        text = self.office.browser.run("""
            const request = new XMLHttpRequest();
            request.open('GET', arguments[0], false);
            request.send();
            return request.responseText;""", f"/air/stations/{station}.csv?date={self.day}")
        rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))
        column = 2 + ITEMS.index(item)
        values = [Fraction(row[column]) for number, row in enumerate(rows[1:], 1)
                  if row[column] and (station, item, number) not in self.rejected]
        return round(sum(values) / len(values)) if len(values) >= 20 else None  # half to even

    def published(self, station, item):
        self.office.browser.open(f"{self.office.product.url}/air/stations/{station}?date={self.day}")
        label = {"pm10": "PM₁₀", "pm25": "PM₂.₅", "so2": "SO₂", "no2": "NO₂"}[item]
        text = self.office.browser.run("""
            const rows = [...document.querySelectorAll('ul.figures li')];
            const row = rows.find((row) => row.querySelector('span').textContent === arguments[0]);
            return row ? row.querySelector('strong').textContent.trim() : '';""", label)
        return int(text) if text.isdigit() else None

    def compare(self, report):
        places = {(station, item) for station, item, _ in self.rejected if item in ("pm10", "pm25", "so2", "no2")}
        report.check("planted spikes were rejected", bool(places), str(self.rejected))
        for station, item in sorted(places):
            self.office.sit("shenjia", self.matrix)
            wanted, found = self.reference(station, item), self.published(station, item)
            report.check(f"{station} {item}: the published mean is that of what was not rejected", wanted == found,
                         f"computed here {wanted}, published {found}")

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


def _undo(day, report):
    """A decision that was wrong is undone and made again."""
    office = day.office
    office.sit("shenjia", day.matrix)
    office.browser.run("document.querySelector('table.cells td:not(.rejected):not(.miss) input').focus()")
    place = "@".join(office.browser.run(FOCUSED).split("@")[:2])
    day.press("1")
    rejected = office.browser.run(REJECTED)
    report.check("a key rejects the value that has the focus", any(place in value for value in rejected), str(rejected))
    office.browser.press(Keys.ARROW_LEFT)
    day.press("u")
    rejected = office.browser.run(REJECTED)
    report.check("U undoes it", not any(value.startswith(place + "@") for value in rejected), str(rejected))


def _lock(day, report):
    for login, name, refusal in [
            ("shenjia", "reviewed", ""), ("shenjia", "signed", "第二人"), ("shenyi", "signed", ""),
            ("shenyi", "locked", "")]:
        said = day.step(login, name)
        report.check(f"{login}: {name}" + (f" is refused: {refusal}" if refusal else ""),
                     refusal in said if refusal else not said, said)
    day.office.sit("shenjia", day.matrix)
    report.check("a locked day takes no decision",
                 not day.office.browser.run("return document.querySelectorAll('table.cells input').length"))
    report.check("a reviewer has no button to unlock",
                 not day.office.browser.run("return document.querySelectorAll('button[value=unlocked]').length"))


def _unlock(day, report):
    said = day.step("juzhang", "unlocked")
    report.check("unlocking without a reason is refused", "理由" in said, said)
    said = day.step("juzhang", "unlocked", why="复核发现应剔除的时次")
    report.check("unlocking with a reason is taken", not said, said)
    day.office.sit("shenjia", day.matrix)
    report.check("an unlocked day takes decisions again",
                 day.office.browser.run("return document.querySelectorAll('table.cells input').length") > 0)


def check(report, demo, binary, day, output):
    """`demo` is the server of the demo, which stops; `day` a day of its history with planted faults."""
    demo.stop()
    tomorrow = datetime.date.fromisoformat(day) + datetime.timedelta(days=2)
    office = Office(binary, tomorrow.isoformat(), data=demo.data)
    if not office.clock.is_movable:
        report.skip("a day is reviewed and locked", "there is no C compiler (cc, clang)")
        office.close()
        return
    try:
        outlets.prepare(report, office, day)
        office.open_first_account()
        for person in PEOPLE:
            office.add(*person)
        reviewed = Day(office, day)
        office.sit("shenjia", reviewed.matrix)
        office.browser.screenshot(output / "review-before-1920.png", whole_page=True)
        reviewed.decide_all(report)
        _undo(reviewed, report)
        reviewed.compare(report)
        _lock(reviewed, report)
        for size in (DESKTOP, PHONE):
            office.browser.resize(size)
            office.sit("shenyi", reviewed.matrix)
            office.browser.screenshot(output / f"review-locked-{size[0]}.png", whole_page=True)
            accessibility.check_page(report, office.browser, f"review-locked at {size[0]}")
        office.browser.resize(DESKTOP)
        _unlock(reviewed, report)
        outlets.check(report, office, day, output)
    except NotReady as error:
        report.check("the review goes on", False, str(error))
    finally:
        office.close()
