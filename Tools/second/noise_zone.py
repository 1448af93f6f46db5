#!/usr/bin/env python3
"""Function zones a second time: hours of Leq to days, as `qingheng noise zone`, in decimals of many digits."""

import argparse
import csv
import datetime
import decimal
import functools
import io
import pathlib
import sys

import rulefile
import table

COLUMNS = ["time", "station", "zone", "leq"]
OPTIONAL = ["l90", "l50", "l10", "lmax"]
ADDED = ["date", "station", "zone", "ld", "ld_hours", "ln", "ln_hours", "ldn", "lmax_night", "day_limit", "night_limit",
         "day_met", "night_met", "standard", "note"]
HOURS = {"day": 16, "night": 8}
# Sums of at most 24 powers are computed to 60 digits; what lies nearer to a tie than this is one.
NEAR = decimal.Decimal("1e-40")
decimal.getcontext().prec = 60


@functools.cache
def files_of(day, folder):
    return [rulefile.in_force(folder, key, day) for key in ("noise_zones", "noise_statistics", "noise_periods")]


def rules_of(day, folder):
    limits, statistics, periods = files_of(day, folder)
    if None in (limits, statistics, periods):
        raise table.Refused(f"no rule on {day}")
    return limits, statistics["noise_statistics"], int(periods["noise_periods"]["night_from"])


def place(start, folder):
    """Date, part and number of the hour that starts at a moment; the night keeps the date on which it begins."""
    eve = start.date() - datetime.timedelta(days=1)
    try:
        since = (start.hour - rules_of(eve, folder)[2]) % 24
        if since < HOURS["night"] and start.hour < rules_of(eve, folder)[2]:
            return eve, "night", since
    except table.Refused:
        pass
    since = (start.hour - rules_of(start.date(), folder)[2]) % 24
    if since >= HOURS["night"]:
        return start.date(), "day", since - HOURS["night"]
    if start.hour < rules_of(start.date(), folder)[2]:
        raise table.Refused("belongs to a night before the rules")
    return start.date(), "night", since


def level(text):
    if text == "":
        return None
    table.number(text)
    value = decimal.Decimal(text)
    if value > 200:
        raise table.Refused(f"level {text}")
    return value


def read(row, folder):
    """Where an hour belongs, and its levels."""
    end = table.moment(row["time"])
    if end.minute or end.second:
        raise table.Refused("not on the hour")
    values = {name: level(row[name]) for name in ["leq", *OPTIONAL] if name in row}
    ordered = [values[name] for name in OPTIONAL if values.get(name) is not None]
    if ordered != sorted(ordered):
        raise table.Refused("percent levels out of order")
    if None not in (values["leq"], values.get("lmax")) and values["leq"] > values["lmax"]:
        raise table.Refused("leq above lmax")
    where = place(end - datetime.timedelta(hours=1), folder)
    limits = rules_of(where[0], folder)[0]["noise_zones"]["limits"]
    if row["zone"] not in [entry["zone"] for entry in limits]:
        raise table.Refused(f"zone {row['zone']!r}")
    return where, values["leq"], values.get("lmax")


def rounded(value, digits):
    """Half to even; a value beside a tie is the tie itself."""
    unit = decimal.Decimal(1).scaleb(-digits)
    down = value.quantize(unit, decimal.ROUND_FLOOR)
    if abs(value - down - unit / 2) < NEAR:
        value = down + unit / 2
    return value.quantize(unit, decimal.ROUND_HALF_EVEN)


@functools.cache
def energy(value):
    return 10 ** (value / 10)


def mean(weighted):
    """10 lg of the weighted mean of 10^(L/10)."""
    total = sum(weight for _, weight in weighted)
    return 10 * (sum(weight * energy(value) for value, weight in weighted) / total).log10()


def judge(key, entry, folder):
    date, station = key
    limits, statistics, _ = rules_of(date, folder)
    digits, minimum = int(statistics["level_decimals"]), statistics.get("minimum", {})
    zone = next(row for row in limits["noise_zones"]["limits"] if row["zone"] == entry["zone"])
    fields, met, notes = [], [], []
    hours = {part: [value for value in entry[part].values() if value is not None] for part in HOURS}
    for part, expected in HOURS.items():
        found = len(hours[part])
        value = ""
        if found >= int(minimum.get(f"{part}_hours", 1)):
            value = rounded(mean([(value, 1) for value in hours[part]]), digits)
        if found < expected:
            notes.append(f"{part} {found}/{expected}")
        fields += [str(value), f"{found}/{expected}"]
        met.append("" if value == "" else "yes" if value <= decimal.Decimal(zone[part]) else "no")
    both = ""
    if "" not in met:
        share = {part: decimal.Decimal(expected) / len(hours[part]) for part, expected in HOURS.items()}
        both = rounded(mean([(value, share["day"]) for value in hours["day"]]
                            + [(value + 10, share["night"]) for value in hours["night"]]), digits)
    loudest = entry["lmax"]
    excess = decimal.Decimal(limits["noise_zones"]["night_sudden_excess"])
    if loudest is not None and loudest > decimal.Decimal(zone["night"]) + excess:
        notes.append("sudden")
    return [str(date), station, entry["zone"], *fields, str(both), "" if loudest is None else str(loudest),
            zone["day"], zone["night"], *met, limits["id"], " ".join(notes)]


def gather(rows, header, folder):
    """Noise days by date and point, and how many rows were refused."""
    places = {name: header.index(name) for name in COLUMNS + OPTIONAL if name in header}
    days, order, refused = {}, {}, 0
    for row in rows:
        if not row:
            continue
        try:
            if len(row) != len(header):
                raise table.Refused("ragged row")
            named = {name: row[at] for name, at in places.items()}
            (date, part, hour), leq, lmax = read(named, folder)
            empty = {"zone": named["zone"], "day": {}, "night": {}, "lmax": None}
            entry = days.get((date, named["station"]), empty)
            if entry["zone"] != named["zone"]:
                raise table.Refused("another zone")
            if hour in entry[part]:
                raise table.Refused("repeated hour")
            entry[part][hour] = leq
            if part == "night" and lmax is not None and (entry["lmax"] is None or lmax > entry["lmax"]):
                entry["lmax"] = lmax
            days[date, named["station"]] = entry
            order.setdefault(named["station"], len(order))
        except table.Refused as reason:
            refused += 1
            print(reason, file=sys.stderr)
    return sorted(days.items(), key=lambda item: (item[0][0], order[item[0][1]])), refused


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--catalog", default=pathlib.Path(__file__).parents[2] / "Catalog")
    folder = parser.parse_args().catalog
    rows = csv.reader(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline=""))
    target = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
    writer = csv.writer(target, lineterminator="\n")
    days, refused = gather(rows, next(rows), folder)
    writer.writerow(ADDED)
    for key, entry in days:
        writer.writerow(judge(key, entry, folder))
    target.flush()
    sys.exit(1 if refused else 0)


if __name__ == "__main__":
    main()
