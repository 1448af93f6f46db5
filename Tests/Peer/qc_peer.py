#!/usr/bin/env python3
"""Compares range, spike, rate and flat-line tests of `qingheng air check` with those of ioos_qc (QARTOD).

Both get the same published hours on a whole hourly grid and the same parameters: ours as rule files in a directory of
the bureau, so that the way a bureau goes is what is compared. Every value is compared; differences must have one of the
reasons of Docs/review.md, each checked in exact fractions, or the script ends with status 1. With --speed the same
tests are timed over arrays in memory: theirs here, ours by `qingheng bench checks`; only a release build gives a figure
that may be written down.

Run with .venv-peer/bin/python (script/bootstrap installs it); published data in ../shared/data, $QINGHENG_SHARED_DATA.
"""

import argparse
import csv
import datetime
import fractions
import gzip
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
import warnings

import numpy as np
from ioos_qc import qartod

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "Harness"))

from report import Report  # noqa: E402

FILES = ["cnemc2026_series_A.csv.gz", "cnemc2026_tianjin_A.csv.gz"]
ITEMS = {"so2": "so2", "no2": "no2", "pm10": "pm10", "pm25": "pm2_5", "co": "co", "o3": "o3"}
ZONE = datetime.timezone(datetime.timedelta(hours=8))
HOUR = 3600
SUSPECT, FAIL = 3, 4
# (fail_min, suspect_min, suspect_max, fail_max), (suspect, fail) of spikes, (suspect, fail) of rates, by item.
LIMITS = {
    "so2": ((0, 2, 60, 100), ("15", "40"), ("20", "50")),
    "no2": ((0, 3, 90, 120), ("20", "35"), ("25", "45")),
    "pm10": ((0, 7, 300, 2000), ("60", "300"), ("80", "500")),
    "pm25": ((0, 3, 150, 400), ("30", "80"), ("40", "120")),
    "co": ((0, "0.1", "1.5", "2.5"), ("0.35", "1"), ("0.4", "1.2")),
    "o3": ((0, 3, 200, 260), ("30", "60"), ("45", "70")),
}
# Periods of equal values: ours counts the periods, theirs the hours between the first start and the last.
FLAT = (4, 8)
# What `qingheng bench checks` measures, for every item alike.
SPEED = {"range": (0, 0, 500, 2000), "spike": (30, 80), "rate": (40, 120), "flat_line": FLAT}


def number(text):
    try:
        return fractions.Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None


def read(folder):
    """Values of every station and item by the hour's start, in hours since 1970, and the rows for `air check`."""
    series, rows = {}, []
    for name in FILES:
        with gzip.open(folder / name, "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                end = datetime.datetime.strptime(row["timepoint"], "%Y-%m-%dT%H00").replace(tzinfo=ZONE)
                hour = int(end.timestamp()) // HOUR - 1
                fields = [row[column] if row[column] == "/" or number(row[column]) is not None else ""
                          for column in ITEMS.values()]
                rows.append([end.isoformat(), row["stationcode"], row["area"], *fields])
                for item, text in zip(ITEMS, fields):
                    series.setdefault((row["stationcode"], item), {})[hour] = number(text)
    return series, rows


def rule(name, test, parameters, rows):
    listed = "".join("  - {" + ", ".join(f"{key}: {value}" for key, value in row.items()) + "}\n" for row in rows)
    return (f"id: peer.{name}\ntitle: 对照\neffective: {{from: 2000-01-01}}\n"
            "source: {instrument: QARTOD, article: ioos_qc, verified: 供对照使用}\nconfidence: provisional\n"
            f"applies: {{kinds: [station], lengths: [3600]}}\ntest: {test}\nparameters: {parameters}\n"
            f"rows:\n{listed}")


def write_rules(folder):
    folder = folder / "monitoring" / "checks"
    folder.mkdir(parents=True)
    ranges = [dict(factors=f"[{item}]", fail_min=low, suspect_min=small, suspect_max=large, fail_max=high)
              for item, ((low, small, large, high), _, _) in LIMITS.items()]
    spikes = [dict(factors=f"[{item}]", suspect=some, fail=much) for item, (_, (some, much), _) in LIMITS.items()]
    rates = [dict(factors=f"[{item}]", suspect=some, fail=much) for item, (_, _, (some, much)) in LIMITS.items()]
    every = [dict(factors="[" + ", ".join(ITEMS) + "]", suspect_hours=FLAT[0], fail_hours=FLAT[1])]
    for name, test, parameters, rows in [
            ("range", "range", "{}", ranges), ("average", "spike", "{method: average}", spikes),
            ("differential", "spike", "{method: differential}", spikes), ("rate", "rate", "{}", rates),
            ("flat", "flat_line", "{tolerance: 0}", every)]:
        text = rule(name, test, parameters, rows).replace("parameters: {}\n", "")
        (folder / f"peer.{name}.yaml").write_text(text, encoding="utf-8")


TESTS = ["range", "average", "differential", "rate", "flat"]


def ours(binary, table, rules):
    """Flags by test, station, item and hour."""
    command = [binary, "air", "check", table, "--catalog", rules]
    for name in TESTS:
        command += ["--rule", f"peer.{name}"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"air check ended with status {done.returncode}: {done.stderr}")
    flags = {name: {} for name in TESTS}
    for row in csv.DictReader(done.stdout.splitlines()):
        name = row["rule"].removeprefix("peer.")
        first, end = (int(datetime.datetime.fromisoformat(row[key]).timestamp()) // HOUR for key in ("from", "to"))
        mine = flags[name].setdefault((row["station"], row["item"]), {})
        if name == "flat":
            for hour in range(first + FLAT[0] - 1, end):
                mine[hour] = FAIL if hour >= first + FLAT[1] - 1 else SUSPECT
        else:
            mine[first] = FAIL if row["grade"] == "fail" else SUSPECT
    return flags


def theirs(name, item, values, times):
    (low, small, large, high), spike, rate = LIMITS[item]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if name == "range":
            return qartod.gross_range_test(values, (float(low), float(high)), (float(small), float(large)))
        if name == "rate":
            # Per second, as theirs is; the threshold is rounded to binary here already.
            return qartod.rate_of_change_test(values, times, float(rate[0]) / HOUR, float(rate[1]) / HOUR)
        if name == "flat":
            # Theirs flags a range below the tolerance, ours one up to it: any tolerance below the last digit is zero.
            tolerance = 0.05 if item == "co" else 0.5
            return qartod.flat_line_test(values, times, (FLAT[0] - 1) * HOUR, (FLAT[1] - 1) * HOUR, tolerance)
        return qartod.spike_test(values, float(spike[0]), float(spike[1]), method=name)


def exact(name, item, at, hour):
    """The flag by the definition, in fractions; None where the definition says nothing."""
    value = at(hour)
    limits = LIMITS[item]
    if name == "flat":
        same = next(count for count in range(1, FLAT[1] + 1) if count == FLAT[1] or at(hour - count) != value)
        return FAIL if same >= FLAT[1] else SUSPECT if same >= FLAT[0] else 1
    if name == "range":
        low, small, large, high = map(fractions.Fraction, limits[0])
        return FAIL if value < low or value > high else SUSPECT if value < small or value > large else 1
    before, after = at(hour - 1), at(hour + 1)
    if name == "rate":
        size, (some, much) = (None if before is None else abs(value - before)), limits[2]
    else:
        some, much = limits[1]
        if before is None or after is None:
            return None
        size = abs(value - (before + after) / 2) if name == "average" else (
            min(abs(value - before), abs(value - after)) if (value - before) * (after - value) < 0 else 0)
    if size is None:
        return None
    return FAIL if size > fractions.Fraction(much) else SUSPECT if size > fractions.Fraction(some) else 1


def compare(report, series, flags):
    print("| test | values compared | flagged, ours | flagged, theirs | equal | binary rounding at a bound | "
          "gap in the window | unexplained |\n|---|--:|--:|--:|--:|--:|--:|--:|")
    for name in TESTS:
        faults = []
        count = dict.fromkeys(["all", "ours", "theirs", "equal", "rounding", "gap", "unexplained"], 0)
        for (station, item), found in series.items():
            first, last = min(found), max(found)
            grid = range(first, last + 1)
            values = np.array([np.nan if found.get(hour) is None else float(found[hour]) for hour in grid])
            times = np.array([hour * HOUR for hour in grid], dtype="datetime64[s]")
            if np.isnan(values).all() or len(values) < 3:
                continue
            other = np.ma.filled(theirs(name, item, values, times), 9)
            mine = flags[name].get((station, item), {})
            for place, hour in enumerate(grid):
                if found.get(hour) is None:
                    continue
                left, right = mine.get(hour, 1), int(other[place]) if int(other[place]) in (SUSPECT, FAIL) else 1
                count["all"] += 1
                count["ours"] += left > 1
                count["theirs"] += right > 1
                if left == right:
                    count["equal"] += 1
                elif exact(name, item, found.get, hour) == left:
                    hides = name == "flat" and any(found.get(hour - back) is None for back in range(1, FLAT[1]))
                    count["gap" if hides else "rounding"] += 1
                else:
                    count["unexplained"] += 1
                    faults.append(f"{station} {item} {hour}: ours {left}, theirs {right}")
        print(f"| {name} | " + " | ".join(f"{number:,}" for number in count.values()) + " |", flush=True)
        report.empty(f"{name}: every flag is that of ioos_qc, or theirs is not that of the definition", faults)
        report.check(f"{name}: there are flags to compare", count["ours"] and count["theirs"])


def speed(binary, table, series, runs):
    grids = []
    for found in series.values():
        grid = range(min(found), max(found) + 1)
        values = np.array([np.nan if found.get(hour) is None else float(found[hour]) for hour in grid])
        grids.append((values, np.array([hour * HOUR for hour in grid], dtype="datetime64[s]")))
    total = sum(len(values) for values, _ in grids)
    low, small, large, high = SPEED["range"]
    some, much = SPEED["rate"]
    calls = {
        "range": lambda v, t: qartod.gross_range_test(v, (low, high), (small, large)),
        "spike": lambda v, t: qartod.spike_test(v, *SPEED["spike"]),
        "rate": lambda v, t: qartod.rate_of_change_test(v, t, some / HOUR, much / HOUR),
        "flat_line": lambda v, t: qartod.flat_line_test(v, t, (FLAT[0] - 1) * HOUR, (FLAT[1] - 1) * HOUR, 0.5),
    }
    done = subprocess.run([binary, "bench", "checks", table, "--rounds", str(runs)], capture_output=True, text=True,
                          check=True)
    print("\n| test | ours, values/s | theirs, values/s | ratio |\n|---|--:|--:|--:|")
    for name, call in calls.items():
        rates = []
        for _ in range(runs):
            begin = time.perf_counter()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                for values, times in grids:
                    call(values, times)
            rates.append(total / (time.perf_counter() - begin))
        mine = [int(rate) for rate in re.findall(rf"^{name} .*, (\d+) values/s$", done.stdout, re.MULTILINE)]
        left, right = statistics.median(mine), statistics.median(rates)
        print(f"| {name} | {left:,.0f} | {right:,.0f} | {left / right:.1f} |", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", type=pathlib.Path, default=ROOT / ".build" / "debug" / "qingheng")
    options.add_argument("--speed", action="store_true", help="also compare speeds (of a release build)")
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    shared = pathlib.Path(os.environ.get("QINGHENG_SHARED_DATA", ROOT / ".." / "shared" / "data")) / "air"
    report = Report()
    if not all((shared / name).is_file() for name in FILES):
        report.skip("checks beside ioos_qc", f"{shared} lacks {', '.join(FILES)}: set QINGHENG_SHARED_DATA")
        return
    series, rows = read(shared)
    with tempfile.TemporaryDirectory(prefix="qingheng-peer-") as folder:
        folder = pathlib.Path(folder)
        table = folder / "hours.csv"
        with open(table, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["time", "station", "group", *ITEMS])
            writer.writerows(rows)
        write_rules(folder / "rules")
        compare(report, series, ours(chosen.binary.resolve(), table, folder / "rules"))
        if chosen.speed:
            speed(chosen.binary.resolve(), table, series, chosen.runs)
    sys.exit(report.status())


if __name__ == "__main__":
    main()
