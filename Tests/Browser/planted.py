"""A day with a fault of every kind that the automatic checks know at a station: each is found by its rule, reviewed by
keyboard, signed by a second person and locked. The published day is computed here once more from the values as they
came, and a rebuild makes all of it again.
"""

import csv
import datetime
import io
import socket
from fractions import Fraction

import hj212
from product import NotReady
from review_day import ITEMS, Day

READY_SECONDS = 120
# Values that repeat by the day are seen over three days and the one before.
PERIODIC_DAYS = 5
KINDS = ["station", "section", "noise", "outlet"]
WATER = "省份,流域,断面名称,监测时间,水质类别,pH(无量纲),氨氮(mg/L),总氮(mg/L),溶解氧(mg/L),水温(℃)"
SECTION = "测试省·测试断面"
HEADER = ["timepoint", "stationcode", "so2", "no2", "pm10", "pm2_5", "co", "o3"]


class Planted:
    """The day, its values as they came, and what is planted into them."""

    def __init__(self, office, day):
        self.office = office
        self.day = datetime.date.fromisoformat(day)
        self.values = {}  # (station, day, hour 1 … 24) -> {item: text}
        self.changed = set()
        self.expected = set()  # (rule, station, item)
        self.others = set()  # the same of sections, noise points and outlets

    def number(self, station, item, hour, day=None):
        return Fraction(self.values[station, day or self.day, hour][item] or 0)

    def plant(self, station, item, hours, value, *rules, day=None):
        """Puts `value(hour)` in place of what came, and says which rules must find it."""
        for hour in hours:
            self.values[station, day or self.day, hour][item] = str(value(hour))
            self.changed.add((station, day or self.day, hour))
        self.expected.update((rule, station, item) for rule in rules)

    def all_plants(self):
        day = self.day
        self.plant("D004A", "so2", [3], lambda _: 3000, "air.range")
        self.plant("D005A", "o3", [6], lambda hour: int(self.number("D005A", "o3", hour)) + 170, "air.spike")
        self.plant("D006A", "no2", range(15, 21), lambda _: 33, "air.flat")
        self.plant("D007A", "pm25", [20], lambda hour: int(self.number("D007A", "pm10", hour)) + 10, "air.inverted")
        self.plant("D008A", "no2", [9], lambda _: 12)
        self.plant("D008A", "co", [9], lambda _: 14, "air.ratio", "air.neighbours")
        self.plant("D009A", "pm10", [15, 16, 17], lambda hour: int(self.number("D009A", "pm10", hour)) + 700,
                   "air.rate", "air.outlier")
        for item in ITEMS:
            self.plant("D010A", item, range(3, 7), lambda _: "", "air.silent", "air.restart")
        self.plant("D004A", "no2", range(9, 21), lambda hour: self.values["D005A", day, hour]["no2"] or 20,
                   "air.copied-stations")
        before = day - datetime.timedelta(days=1)
        self.plant("D007A", "no2", range(5, 20), lambda hour: self.values["D007A", before, hour]["no2"] or 20,
                   "air.copied-earlier")
        self.plant("D012A", "no2", range(1, 25), lambda hour: 40 + hour % 2, "air.fluctuation")
        for back in range(PERIODIC_DAYS):
            self.plant("D012A", "so2", range(1, 25), lambda hour: 8 + 3 * (hour % 7) + hour // 6, "air.periodic",
                       day=day - datetime.timedelta(days=back))

    def file(self):
        """The rows that were changed, as a bureau imports them."""
        written = io.StringIO()
        writer = csv.writer(written)
        writer.writerow(HEADER)
        for station, day, hour in sorted(self.changed):
            end = datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(hours=hour)
            row = self.values[station, day, hour]
            writer.writerow([end.strftime("%Y-%m-%dT%H00"), station, *(row[item] for item in ITEMS)])
        return written.getvalue()

    def water(self):
        """A section whose values contradict one another: nitrogen, oxygen, a jump of pH."""
        rows = [WATER]
        for hour in range(0, 24, 4):
            odd = hour == 12
            rows.append(f"测试省,测试河,测试断面,{self.day} {hour:02d}:00,Ⅲ,{'10.9' if odd else '7.5'},{'3.0' if odd else '0.3'},"
                        f"{'1.0' if odd else '2.0'},{'30.0' if odd else '8.0'},20.0")
        self.others.update((rule, SECTION, item) for rule, item in [
            ("water.nitrogen", "nh3n"), ("water.oxygen", "do"), ("water.jump", "ph"), ("water.range", "ph")])
        return "\n".join(rows) + "\n"

    def import_all(self):
        product = self.office.product
        for kind, text in [("air", self.file()), ("water", self.water())]:
            path = f"{product.folder}/planted-{kind}.csv"
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            status, printed, complaint = product.run(
                "import", kind, path, "--data", product.data, environment=self.office.clock.environment)
            if status != 0:
                raise NotReady(f"import {kind} ended with {status}: {printed}{complaint}")

    def send(self):
        """What no file brings: a device that sends a negative value, and one that is being calibrated."""
        moment = self.office.now().strftime("%Y%m%d%H%M%S000")
        with socket.create_connection(("127.0.0.1", self.office.product.hj212_port), timeout=20) as line:
            line.settimeout(20)
            for mn, system, hour, values in [
                    ("DE00000000000000000000A6", "22", 4, ["a34002-Avg=-5.0,a34002-Flag=N"]),
                    ("DE00000000000000000000A8", "22", 11, ["a05024-Avg=60,a05024-Flag=C"]),
                    ("DE00000000000000000000C1", "23", 9, ["L10-Data=40.0,L10-Flag=N", "L50-Data=55.0,L50-Flag=N",
                                                           "Leq-Data=105.0,Leq-Flag=N"]),
                    ("DE00000000000000000000D1", "31", 9, ["a21026-Avg=13.0,a21026-Flag=D"])]:
                data_time = f"{self.day:%Y%m%d}{hour:02d}0000"
                line.sendall(hj212.upload(moment, mn, "2061", data_time, values, st=system))
                line.recv(4096)
        self.expected.update([("air.negative", "D006A", "pm10"), ("outlet.flags", "D008A", "o3")])
        self.others.update([("noise.order", "N01", "L50"), ("noise.range", "N01", "Leq"),
                            ("outlet.flags", "E01-DA001", "so2")])

    def service(self):
        """The contractor's records: a filter was changed, and a check of CO was out of control."""
        office = self.office
        for number, work, hours, items, checks in [
                ("YW-JC-1", "maintenance", "10:10—11:40", ["o3"], ""),
                ("ZK-JC-1", "check", "08:00—08:30", ["co"], "CO 跨度 1.5"),
                ("ZK-JC-2", "check", "20:00—20:30", ["co"], "CO 跨度 12")]:
            office.sit("shenjia", "/review/service")
            office.browser.run("""
                const form = [...document.querySelectorAll('form.stack')].find(
                    (form) => form.querySelector('[name=act]')?.value === 'record');
                for (const [name, value] of Object.entries(arguments[0])) {
                    form.querySelector(`[name="${name}"]`).value = value;
                }
                for (const item of arguments[1]) { form.querySelector(`[name="item.${item}"]`).checked = true; }
                form.id = 'entering';""", {
                    "station": "D011A", "number": number, "work": work, "time": f"{self.day} {hours}",
                    "company": "运维单位", "technician": "运维员", "checks": checks}, items)
            office.browser.run("document.querySelector('#entering').closest('details').open = true")
            office.click("#entering", "登记")
            if office.text(".refused"):
                raise NotReady(office.text(".refused"))
        self.expected.update([("air.service", "D011A", "o3"), ("air.drift", "D011A", "co")])

    def found(self, review, kinds=("station",)):
        """What the page of the checks has as a file."""
        return [row for kind in kinds for row in csv.DictReader(
            io.StringIO(review.fetch(f"/review/checks.csv?day={self.day}&kind={kind}")))]


def check(report, office, day, output):
    """`office` has the people of the review and its server runs; `day` has 24 hours of every own station."""
    planted = Planted(office, day)
    review = Day(office, day, records={"2": "YW-JC-1", "3": "ZK-JC-2"})
    try:
        office.sit("shenjia", review.matrix)
        own = review.stations()
        for station in own:
            for back in range(PERIODIC_DAYS):
                that = planted.day - datetime.timedelta(days=back)
                for hour, values in enumerate(review.hours(station, that), 1):
                    planted.values[station, that, hour] = values
        planted.all_plants()
        office.product.stop()
        planted.import_all()
        office.product.start(READY_SECONDS, environment=office.clock.environment)
        planted.send()
        planted.service()
        office.sit("shenjia", review.matrix)
        rows = planted.found(review, KINDS)
        found = {(row["rule"], row["object"], row["item"]) for row in rows}
        for rule, station, item in sorted(planted.expected | planted.others):
            report.check(f"{rule} finds {station} {item}", (rule, station, item) in found)
        report.empty("each finding says its rule, version, test and why",
                     [row for row in rows if not (row["version"] and row["test"] and row["sentence"])])
        office.browser.screenshot(output / "planted-before-1920.png", whole_page=True)
        review.decide_all(report)
        for login, step in [("shenjia", "reviewed"), ("shenyi", "signed"), ("shenyi", "locked")]:
            said = review.step(login, step)
            report.check(f"the planted day: {step}", not said, said)
        review.compare(report, own)
        office.sit("shenyi", review.matrix)
        office.browser.screenshot(output / "planted-locked-1920.png", whole_page=True)
        rebuild(report, planted, review, own)
    except NotReady as error:
        report.check("the review of the planted day goes on", False, str(error))


def rebuild(report, planted, review, own):
    """Everything derived is made again from the ledger and the files alone, and the pages say the same."""
    office = planted.office

    def state():
        office.sit("shenyi", review.matrix)
        cells = office.browser.run(
            "return [...document.querySelectorAll('table.cells td')].map((cell) => cell.className + cell.textContent)")
        return cells, planted.found(review), [review.published(station) for station in own]

    before = state()
    office.product.stop()
    status, printed, complaint = office.product.run(
        "rebuild", "--data", office.product.data, timeout=900, environment=office.clock.environment)
    report.check("rebuild ends well", status == 0, printed + complaint)
    office.product.start(READY_SECONDS, environment=office.clock.environment)
    for what, one, other in zip(["matrix", "findings", "published values"], before, state()):
        report.check(f"rebuild makes the same {what} of the planted day", one == other)
