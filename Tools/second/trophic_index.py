#!/usr/bin/env python3
"""TLI of lakes a second time, row by row: five values to five parts, the index and its grade, by decimal logarithms."""

import decimal
import functools

import rulefile
import table

COLUMNS = ["chla", "tp", "tn", "sd", "codmn"]
decimal.getcontext().prec = 60


@functools.cache
def rule_of(day, folder):
    rule = rulefile.in_force(folder, "water_trophic", day)
    if rule is None:
        raise table.Refused(f"no rule on {day}")
    return rule["water_trophic"]


def rounded(value, places):
    """Half to even; a tie cannot be mistaken, because logarithms of decimals are irrational."""
    return str(value.quantize(decimal.Decimal(1).scaleb(-places), rounding=decimal.ROUND_HALF_EVEN))


def grade_of(grades, index):
    for grade in grades:
        if "below" in grade and index >= decimal.Decimal(grade["below"]):
            continue
        if "at_most" in grade and index > decimal.Decimal(grade["at_most"]):
            continue
        return grade["name"]
    raise ValueError("no grade without a bound")


def judge(row, folder):
    rule = rule_of(table.moment(row["time"]).date(), folder)
    total = sum(decimal.Decimal(item["correlation"]) for item in rule["items"])
    parts, index = [], decimal.Decimal(0)
    for item in rule["items"]:
        value = table.number(row[item["item"]])
        if value == 0:
            raise table.Refused(f"{item['item']} is zero")
        value = decimal.Decimal(value.numerator) / value.denominator * decimal.Decimal(item["unit_factor"])
        part = 10 * (decimal.Decimal(item["constant"]) + decimal.Decimal(item["factor"]) * value.ln())
        parts.append(rounded(part, int(rule["decimals"])))
        index += decimal.Decimal(item["correlation"]) / total * part
    return [*parts, rounded(index, int(rule["decimals"])), grade_of(rule["grades"], index), ""]


if __name__ == "__main__":
    table.run(["time", *COLUMNS], [f"tli_{column}" for column in COLUMNS] + ["tli", "grade", "note"], judge)
