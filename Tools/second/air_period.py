#!/usr/bin/env python3
"""Months and years of air a second time: reads what `qingheng air period` does and writes its rows, without comparison
and notes, in exact fractions."""

import collections
import csv
import datetime
import fractions
import io
import math
import pathlib
import sys

import rulefile

ITEMS = {"so2": "SO2", "no2": "NO2", "pm10": "PM10", "pm25": "PM2.5", "co": "CO", "o3_8h": "O3"}
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "season": 6}


def key_of(item):
    """The name of an item in rule files."""
    return "o3" if item == "o3_8h" else item


def rounded(value, decimals):
    """Half to even, with exactly so many digits."""
    digits = round(value * 10 ** decimals)
    text = str(abs(digits)).rjust(decimals + 1, "0")
    sign = "-" if digits < 0 else ""
    return sign + (text if decimals == 0 else f"{text[:-decimals]}.{text[-decimals:]}")


def period_of(day, kind):
    """First month and name of the period of a day; None for summer with `season`."""
    year, month = day.year, day.month
    if kind == "season":
        if 4 <= month <= 9:
            return None
        year = year if month >= 10 else year - 1
        return datetime.date(year, 10, 1), f"{year:04d}-AW"
    start = (month - 1) // MONTHS[kind] * MONTHS[kind] + 1
    number = (month - 1) // MONTHS[kind] + 1
    name = {"month": f"{year:04d}-{month:02d}", "quarter": f"{year:04d}-Q{number}", "half": f"{year:04d}-H{number}",
            "year": f"{year:04d}"}[kind]
    return datetime.date(year, start, 1), name


def months_of(first, count):
    """Every month of a period as the list of its days."""
    months = []
    for offset in range(count):
        year, month = divmod(first.year * 12 + first.month - 1 + offset, 12)
        day, days = datetime.date(year, month + 1, 1), []
        while day.month == month + 1:
            days.append(day)
            day += datetime.timedelta(days=1)
        months.append(days)
    return months


def percentile(values, percent):
    """HJ 663 appendix A."""
    values = sorted(values)
    position = 1 + (len(values) - 1) * fractions.Fraction(percent) / 100
    whole = math.floor(position)
    if whole == len(values):
        return values[-1]
    return values[whole - 1] + (values[whole] - values[whole - 1]) * (position - whole)


class Rules:
    """Rule files by day."""

    def __init__(self, folder):
        self.folder, self.known = folder, {}

    def of(self, key, day, rule_id=None):
        if (key, day, rule_id) not in self.known:
            found = None
            for path in sorted(pathlib.Path(self.folder, "standards").glob("*.yaml")):
                rule = rulefile.load(path)
                first = rule["effective"]["from"]
                last = rule["effective"].get("to", "9999-12-31")
                if key in rule and first <= day.isoformat() <= last and rule_id in (None, rule["id"]):
                    found = rule
            self.known[key, day, rule_id] = found
        return self.known[key, day, rule_id]


def index_of_day(rule, values):
    """AQI of a day; None where none may be published. `values` lacks what is not monitored, None is missing."""
    content, found = rule["air_index"], {}
    for item, value in values.items():
        if value is None:
            continue
        column = content["columns"][content["daily"][key_of(item)]]
        limits = [fractions.Fraction(limit) for limit in column["at"]]
        indices = [int(index) for index in content["index"]]
        decimals = content.get("input_decimals", {}).get(key_of(item))
        if decimals is not None:
            value = fractions.Fraction(rounded(value, int(decimals)))
        place = next((place for place in range(1, len(limits)) if value <= limits[place]), None)
        if place is None:
            if column["above"] != "not_computed":
                found[item] = int(column["above"])
            continue
        rise = fractions.Fraction(indices[place] - indices[place - 1]) / (limits[place] - limits[place - 1])
        found[item] = math.ceil(rise * (value - limits[place - 1]) + indices[place - 1])
    if not found:
        return None
    largest = min(max(found.values()), int(content["range"]["maximum"]))
    missing = [key_of(item) for item, value in values.items() if value is None]
    gaps = content["missing"]
    if missing and "publish_above" in gaps:
        if largest <= int(gaps["publish_above"]):
            return None
    elif missing:
        needed = gaps.get("needed_one_of", [])
        if len(missing) > int(gaps.get("maximum_missing", 6)) or needed and all(item in missing for item in needed):
            return None
    return max(largest, int(content["range"]["minimum"]))


def evaluate(days, first, kind, series, rules):
    """The fields of one row from `days` to `standard`."""
    months = months_of(first, MONTHS[kind])
    all_days = [day for month in months for day in month]
    last = all_days[-1]
    limit_rule, rule = rules.of("air_limits", last), rules.of("air_statistics", last)
    composite = rules.of("air_composite", last, "AIR-COMPOSITE")
    limits = {(row["item"], row["averaging"]): fractions.Fraction(row["class2"])
              for row in limit_rule["air_limits"]["rows"]}
    content = rule["air_statistics"]
    needed, evaluation = content["period_days"], content["evaluation"]
    fields, used, above, terms, is_open = [str(len(all_days))], {}, [], {}, False
    for item in ITEMS:
        key = key_of(item)
        measured = [[day for day in month if days.get(day) and days[day][0].get(item) is not None] for month in months]
        values = [days[day][0][item] for month in measured for day in month
                  if series == "measured" or item not in days[day][1]]
        is_valid = all(len(present) >= int(needed["february" if month[0].month == 2 else "month"])
                       for month, present in zip(months, measured))
        if kind == "year":
            is_valid = is_valid and sum(map(len, measured)) >= int(needed["year"])
        fields.append(str(len(values)))
        if not is_valid or not values:
            fields += ["", ""]
            is_open = True
            continue
        used = {"mean": sum(values) / len(values), "percentile": percentile(values, evaluation["percentiles"][key])}
        fields += [rounded(used[name], int(content["statistic_decimals"][key])) for name in ("mean", "percentile")]
        part = composite["air_composite"]["items"][key]
        terms[item] = used[part["statistic"]] / limits[key, part["averaging"]]
        day_limit = limits.get((key, "mda8")) or limits[key, "day"]
        checks = [("mean", limits[key, "year"], "")] if (key, "year") in limits else []
        if kind == "year" or not checks:
            checks.append(("percentile", day_limit, f"(P{evaluation['percentiles'][key]})" if checks else ""))
        for name, limit, mark in checks:
            value = fractions.Fraction(rounded(used[name], int(evaluation["compared_decimals"][key])))
            if value > limit:
                multiple = rounded((value - limit) / limit, int(evaluation["multiple_decimals"]))
                above.append(f"{ITEMS[item]}{mark} {multiple}")
    indices, editions = [], []
    for day in all_days:
        if day in days:
            index_rule = rules.of("air_index", day)
            indices.append(index_of_day(index_rule, days[day][0]))
            if index_rule["id"] not in editions:
                editions.append(index_rule["id"])
    indices = [index for index in indices if index is not None]
    good = sum(index <= int(evaluation["good_up_to"]) for index in indices)
    rate = rounded(fractions.Fraction(good * 100, len(indices)), int(evaluation["rate_decimals"])) if indices else ""
    fields += [str(good), str(len(indices)), rate]
    if len(terms) == len(ITEMS):
        leading = [ITEMS[item] for item in ITEMS if terms[item] == max(terms.values())]
        fields += [rounded(sum(terms.values()), int(composite["air_composite"]["decimals"])), ",".join(leading)]
    else:
        fields += ["", ""]
    fields += [",".join(above), "no" if above else "" if is_open else "yes"]
    return fields + [";".join([limit_rule["id"], rule["id"], composite["id"], *editions])]


def main():
    arguments = dict(zip(sys.argv[1::2], sys.argv[2::2]))
    rules = Rules(arguments.get("--catalog", pathlib.Path(__file__).parents[2] / "Catalog"))
    kind = arguments.get("--by", "month")
    stations = collections.defaultdict(dict)
    for row in csv.DictReader(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="")):
        values = {item: fractions.Fraction(row[item]) if row[item] else None for item in ITEMS if row[item] != "/"}
        excluded = list(ITEMS) if row["excluded"] == "all" else row["excluded"].split(";")
        stations[row["station"]][datetime.date.fromisoformat(row["date"])] = values, excluded
    rows = []
    for place, (station, days) in enumerate(stations.items()):
        for first, name in {period_of(day, kind) for day in days} - {None}:
            inside = {day: value for day, value in days.items() if period_of(day, kind) == (first, name)}
            rows.append((first, place, name, station, "measured", inside))
            if any(values.get(item) is not None and item in excluded
                   for values, excluded in inside.values() for item in ITEMS):
                rows.append((first, place, name, station, "without", inside))
    writer = csv.writer(io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="", write_through=True),
                        lineterminator="\n")
    writer.writerow(["period", "station", "series"])
    for first, _, name, station, series, days in sorted(rows, key=lambda row: (row[0], row[1], row[4])):
        label = "measured" if series == "measured" else "excluded"
        writer.writerow([name, station, label, *evaluate(days, first, kind, series, rules)])


if __name__ == "__main__":
    main()
