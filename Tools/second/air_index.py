#!/usr/bin/env python3
"""AQI a second time: reads and writes what `qingheng air hourly` and `air daily` do, in exact fractions."""

import datetime
import fractions
import functools
import math
import sys

import rulefile
import table

ADDED = ["aqi", "level", "primary", "standard", "note"]
ITEMS = {"so2": "SO2", "no2": "NO2", "pm10": "PM10", "pm25": "PM2.5", "co": "CO", "o3": "O3"}


@functools.cache
def rule_of(day, folder):
    rule = rulefile.in_force(folder, "air_index", day)
    if rule is None:
        raise table.Refused(f"no rule on {day}")
    return rule


@functools.cache
def column_of(day, folder, name, item):
    """Breakpoints of a column: concentrations, indices, what counts above them, and the unit it is rounded to."""
    content = rule_of(day, folder)["air_index"]
    column = content["columns"][name]
    limits = [fractions.Fraction(limit) for limit in column["at"]]
    indices = [int(index) for index in content["index"]]
    above = None if column["above"] == "not_computed" else int(column["above"])
    decimals = content.get("input_decimals", {}).get(item)
    return limits, indices, above, decimals and fractions.Fraction(1, 10 ** int(decimals))


def sub_index(day, folder, name, item, value):
    """IAQI by formula (1) of HJ 633: linear between two breakpoints, rounded up; None where none is computed."""
    limits, indices, above, unit = column_of(day, folder, name, item)
    if unit:
        value = round(value / unit) * unit  # round() of a fraction is half to even, as GB/T 8170
    for place in range(1, len(limits)):
        if value <= limits[place]:
            low, high = limits[place - 1], limits[place]
            base, top = indices[place - 1], indices[place]
            return math.ceil((top - base) * (value - low) / (high - low) + base)
    return above


def may_publish(missing_rule, missing, largest):
    if not missing:
        return True
    if "publish_above" in missing_rule:
        return largest > int(missing_rule["publish_above"])
    if len(missing) > int(missing_rule.get("maximum_missing", 6)):
        return False
    needed = missing_rule.get("needed_one_of", [])
    return not needed or any(item not in missing for item in needed)


def values_of(row, columns):
    """What the columns of the items hold: numbers, and the items that are missing."""
    values, missing = {}, []
    for item, column in columns.items():
        if row[column] == "":
            missing.append(item)
        elif row[column] != "/":
            values[item] = table.number(row[column])
    return values, missing


def finish(rule, indices, missing):
    content = rule["air_index"]
    nothing = ["NA", "", "", rule["id"]]
    if not indices:
        return nothing + ["nothing to compute from"]
    largest = min(max(indices.values()), int(content["range"]["maximum"]))
    if not may_publish(content["missing"], missing, largest):
        return nothing + ["missing: " + " ".join(missing)]
    aqi = max(largest, int(content["range"]["minimum"]))
    level = 1 + sum(aqi > int(level["up_to"]) for level in content["levels"] if "up_to" in level)
    primary = [ITEMS[item] for item in ITEMS if indices.get(item, -1) >= largest]
    is_named = aqi > int(content["primary_above"])
    return [str(aqi), str(level), ",".join(primary) if is_named else "", rule["id"], " ".join(missing)]


def indices_of(day, folder, span, values):
    names = rule_of(day, folder)["air_index"][span]
    indices = {item: sub_index(day, folder, names[item], item, value) for item, value in values.items()}
    return {item: index for item, index in indices.items() if index is not None}


def judge_hour(row, folder):
    day = (table.moment(row["time"]) - datetime.timedelta(hours=1)).date()
    values, missing = values_of(row, {item: item for item in ITEMS})
    return finish(rule_of(day, folder), indices_of(day, folder, "hourly", values), missing)


def judge_day(row, folder):
    day = table.date(row["date"])
    values, missing = values_of(row, {item: "o3_8h" if item == "o3" else item for item in ITEMS})
    rule = rule_of(day, folder)
    indices = indices_of(day, folder, "daily", values)
    name = rule["air_index"].get("daily_ozone_hour")
    if name and row.get("o3_1h", "") not in ("", "/"):
        hour = sub_index(day, folder, name, "o3", table.number(row["o3_1h"]))
        if hour is not None and hour > indices.get("o3", -1):
            indices["o3"] = hour
            missing = [item for item in missing if item != "o3"]
    return finish(rule, indices, missing)


if __name__ == "__main__":
    if "--daily" in sys.argv:
        sys.argv.remove("--daily")
        days = ["date", "station", "so2", "no2", "pm10", "pm25", "co", "o3_8h"]
        table.run(days, ADDED, judge_day, optional=["o3_1h"])
    else:
        table.run(["time", "station", *ITEMS], ADDED, judge_hour)
