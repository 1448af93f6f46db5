#!/usr/bin/env python3
"""Reminders over kills: a reminder of a deadline is neither lost nor given twice.

Matters that were kept elsewhere are brought in, of which some clocks have reached steps of their ladder; the server is
started, and killed (kill -9) after a few more reminders or at a random time, again and again. At the end it may finish.
Then every reminder that is due by a second computation, from the rule files and the table of days of Tools/second, must
be in the ledger once, and no other.

The whole run follows from --seed and the day. Standard library only.
"""

import argparse
import collections
import datetime
import fractions
import json
import pathlib
import random
import sqlite3
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "Tests" / "Harness"), str(ROOT / "Tools" / "second")]

import clock as second  # noqa: E402
import rulefile  # noqa: E402
from durable import READY_SECONDS  # noqa: E402
from product import NotReady, Product, stop_cleanly_on_signals, waits  # noqa: E402
from report import Report  # noqa: E402

CATALOG = ROOT / "Catalog"
BEIJING = datetime.timezone(datetime.timedelta(hours=8))
PATIENCE_SECONDS = 120
OLDEST_DAYS = 150
BY_TIME = 0.3  # of the kills; the others follow a reminder
JITTER_SECONDS = 0.01
STEP = 8  # reminders at most from one kill to the next


def today():
    return datetime.datetime.now(BEIJING).date()


class Rules:
    """The clocks that a second computation can follow, the ladders, and the table of days."""

    def __init__(self, day):
        self.working, self.noticed = second.table_of(CATALOG)
        self.ladders = {path.stem: rulefile.load(path)["ladder"]["steps"]
                        for path in (CATALOG / "casework" / "ladders").glob("*.yaml")}
        self.clocks = []  # (procedure, first state, ladder, clock)
        for path in sorted((CATALOG / "casework").glob("*.yaml")):
            rule = rulefile.load(path)
            if "to" in rule["effective"]:
                continue
            first = datetime.date.fromisoformat(rule["effective"]["from"])
            content = rule["procedure"]
            for clock in content.get("clocks", []):
                plain = clock.get("kind", "limit") == "limit" and clock["unit"] in ("working", "calendar")
                if plain and "variants" not in clock and clock.get("roll") != "unknown" \
                        and first + datetime.timedelta(days=OLDEST_DAYS) < day:
                    self.clocks.append((rule["id"], content["initial"], content["ladder"], clock))

    def due(self, ladder, clock, begun, day):
        """The steps that a clock begun on one day has reached on another; None where its end is provisional."""
        amount = int(clock["amount"])
        end, provisional, _ = second.deadline(
            begun, amount, clock["unit"], clock.get("roll", "none"), self.working, self.noticed)
        if provisional:
            return None
        workdays_left = self.workdays(day, end)
        left = workdays_left if clock["unit"] == "working" else (end - day).days
        over = self.workdays(end, day) if day > end else None
        reached = 0
        for number, step in enumerate(self.ladders[ladder], start=1):
            if step.get("by_person") != "true" and self.is_reached(step, left, amount, workdays_left, over):
                reached = number
        return [step["step"] for step in self.ladders[ladder][:reached]]

    def workdays(self, after, through):
        one = datetime.timedelta(days=1)
        days = (after + one * n for n in range(1, (through - after).days + 1))
        return sum(self.working[day] for day in days)

    @staticmethod
    def is_reached(step, left, whole, workdays_left, over):
        if "workdays_over" in step:
            return over is not None and over >= int(step["workdays_over"])
        if over is not None:
            return True
        if "workdays_left" in step and workdays_left <= int(step["workdays_left"]):
            return True
        return "share_left" in step and left <= fractions.Fraction(step["share_left"]) * whole


class Bureau:
    """The server and the matters brought in."""

    def __init__(self, chosen, report):
        self.report = report
        self.chance = random.Random(chosen.seed)
        self.matters = chosen.matters
        self.day = today()
        self.rules = Rules(self.day)
        self.product = Product(chosen.binary, "serve")
        self.brought = {}  # title -> (ladder, clock, day it began, steps reached today)

    def bring(self, count):
        lines = []
        while len(lines) < count:
            procedure, state, ladder, clock = self.chance.choice(self.rules.clocks)
            begun = self.day - datetime.timedelta(days=self.chance.randint(0, OLDEST_DAYS))
            due = self.rules.due(ladder, clock, begun, self.day)
            if due is None:
                continue
            title = f"移入办件{len(self.brought)}"
            self.brought[title] = (ladder, clock, begun, due)
            lines.append(json.dumps({
                "procedure": procedure, "title": title, "opened": str(begun), "state": state, "reason": "系统上线前在办",
                "papers": ["纸质案卷"], "clocks": [{"clock": clock["clock"], "from": str(begun)}]}, ensure_ascii=False))
        status, _, errors = self.product.run(
            "import", "matters", "-", "--data", self.product.data, text_in="\n".join(lines))
        if status != 0:
            raise NotReady(f"import matters ended with {status}: {errors.strip()}")

    def store(self):
        return sqlite3.connect(f"file:{self.product.data}/qingheng.sqlite?mode=ro", uri=True)

    def count(self):
        """How many reminders the table has."""
        with self.store() as store:
            return store.execute("SELECT count(*) FROM reminder").fetchone()[0]

    def stored(self):
        with self.store() as store:
            titles = dict(store.execute("SELECT id, title FROM matter"))
            bodies = store.execute("SELECT subject, bytes FROM record WHERE action = 'casework.reminder.given'")
            return collections.Counter(
                (titles[matter], said["clock"], said["step"])
                for matter, raw in bodies for said in json.loads(bytes(raw))["body"]["reminders"])

    def expected(self):
        day = today()
        if day != self.day:
            self.day = day
            for title, (ladder, clock, begun, _) in self.brought.items():
                self.brought[title] = (ladder, clock, begun, self.rules.due(ladder, clock, begun, day))
        return {(title, clock["clock"], step) for title, (_, clock, _, due) in self.brought.items() for step in due}

    def rounds(self, kills):
        """Kills the server once it has given some more reminders, or at a random time of its start; returns after how
        many of the kills some reminders were given and others left. Matters come in whenever few reminders are left."""
        midst, longest = 0, 0
        for _ in range(kills):
            if not self.brought or len(self.expected()) - self.count() < STEP:
                self.bring(self.matters)
            before, wanted = self.count(), len(self.expected())
            began = time.monotonic()
            self.product.launch()
            if wanted == before or (longest and self.chance.random() < BY_TIME):
                time.sleep(self.chance.uniform(0, longest))
            else:
                target = min(wanted, before + self.chance.randint(1, STEP))
                self.wait_for(target)
                longest = max(longest, time.monotonic() - began)
                time.sleep(self.chance.uniform(0, JITTER_SECONDS))
            self.product.kill()
            midst += before < self.count() < wanted
        return midst

    def wait_for(self, count):
        began = time.monotonic()
        while self.count() < count:
            if time.monotonic() > began + PATIENCE_SECONDS:
                raise NotReady(f"no reminders within {PATIENCE_SECONDS} s\n{self.product.last_lines()}")
            time.sleep(0.001)

    def check(self):
        self.product.start(READY_SECONDS)
        waits(lambda: self.count() >= len(self.expected()), PATIENCE_SECONDS)
        self.report.check("asked to stop, the server stops with status 0", self.product.stop() == 0,
                          self.product.last_lines())
        given, expected = self.stored(), self.expected()
        print(f"  {len(self.brought)} matters, {len(expected)} reminders due, {sum(given.values())} given")
        self.report.empty("no reminder that is due is lost", sorted(expected - set(given)))
        self.report.empty("no reminder is given that is not due", sorted(set(given) - expected))
        self.report.empty("no reminder is given twice", sorted(key for key, times in given.items() if times > 1))
        status, output, errors = self.product.run("verify", "--data", self.product.data, timeout=600)
        self.report.check("the ledger verifies", status == 0, (output + errors)[-600:])


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=".build/debug/qingheng")
    options.add_argument("--seed", type=int, default=20261127)
    options.add_argument("--kills", type=int, default=10)
    options.add_argument("--matters", type=int, default=24, help="brought in whenever few reminders are left")
    chosen = options.parse_args()
    stop_cleanly_on_signals()
    report = Report()
    print(f"  seed {chosen.seed}")
    bureau = Bureau(chosen, report)
    try:
        midst = bureau.rounds(chosen.kills)
        print(f"  {chosen.kills} kills, {midst} of them in the midst of reminding")
        bureau.check()
    except NotReady as error:
        report.check("the server starts and can be asked", False, str(error))
    finally:
        bureau.product.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
