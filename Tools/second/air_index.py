#!/usr/bin/env python3
"""Hourly AQI a second time: reads and writes what `qingheng air hourly` does, in exact fractions."""

import datetime
import fractions
import functools
import math

import rulefile
import table

ITEMS = {"so2": "SO2", "no2": "NO2", "pm10": "PM10", "pm25": "PM2.5", "co": "CO", "o3": "O3"}


@functools.cache
def rule_of(day, folder):
    rule = rulefile.in_force(folder, "air_index", day)
    if rule is None:
        raise table.Refused(f"no rule on {day}")
    return rule


@functools.cache
def column_of(day, folder, item):
    """Breakpoints of an item: concentrations, indices, what counts above them, and the unit it is rounded to."""
    content = rule_of(day, folder)["air_index"]
    column = content["columns"][content["hourly"][item]]
    limits = [fractions.Fraction(limit) for limit in column["at"]]
    indices = [int(index) for index in content["index"]]
    above = None if column["above"] == "not_computed" else int(column["above"])
    decimals = content.get("input_decimals", {}).get(item)
    return limits, indices, above, decimals and fractions.Fraction(1, 10 ** int(decimals))


def sub_index(day, folder, item, value):
    """IAQI by formula (1) of HJ 633: linear between two breakpoints, rounded up; None where none is computed."""
    limits, indices, above, unit = column_of(day, folder, item)
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


def judge(row, folder):
    start = table.moment(row["time"]) - datetime.timedelta(hours=1)
    values, missing = {}, []
    for item in ITEMS:
        if row[item] == "":
            missing.append(item)
        elif row[item] != "/":
            values[item] = table.number(row[item])
    rule = rule_of(start.date(), folder)
    content = rule["air_index"]
    indices = {item: sub_index(start.date(), folder, item, value) for item, value in values.items()}
    indices = {item: index for item, index in indices.items() if index is not None}
    nothing = ["NA", "", "", rule["id"]]
    if not indices:
        return nothing + ["nothing to compute from"]
    largest = min(max(indices.values()), int(content["range"]["maximum"]))
    if not may_publish(content["missing"], missing, largest):
        return nothing + ["missing: " + " ".join(missing)]
    aqi = max(largest, int(content["range"]["minimum"]))
    level = 1 + sum(aqi > int(level["up_to"]) for level in content["levels"] if "up_to" in level)
    primary = [ITEMS[item] for item, index in indices.items() if index >= largest]
    is_named = aqi > int(content["primary_above"])
    return [str(aqi), str(level), ",".join(primary) if is_named else "", rule["id"], " ".join(missing)]


if __name__ == "__main__":
    table.run(["time", "station", *ITEMS], ["aqi", "level", "primary", "standard", "note"], judge)
