#!/usr/bin/env python3
"""Surface-water class a second time: reads and writes what `qingheng water classify` does, in exact fractions."""

import fractions
import functools

import rulefile
import table

ITEMS = ["ph", "do", "codmn", "nh3n", "tp"]
CLASSES = ["I", "II", "III", "IV", "V", "inferior-V"]


@functools.cache
def rules_of(day, folder):
    limits = rulefile.in_force(folder, "water_limits", day)
    method = rulefile.in_force(folder, "water_method", day)
    if limits is None or method is None:
        raise table.Refused(f"no rule on {day}")
    means = rulefile.in_force(folder, "water_means", day)
    share = fractions.Fraction(means["water_means"]["below_limit_share"] if means else "1/2")
    return limits, method, share


def limits_of(rule, item, kind):
    for row in rule["water_limits"]["items"]:
        if row["item"] == item and row.get("kind", kind) == kind:
            return row
    return {}


def rank(limits, value):
    """0 for class I … 5 for worse than V; None when the item has no limit."""
    if "within" in limits:
        low, high = (fractions.Fraction(bound) for bound in limits["within"])
        return 0 if low <= value <= high else 5
    for key, is_met in (("at_most", fractions.Fraction.__le__), ("at_least", fractions.Fraction.__ge__)):
        if key in limits:
            bounds = [fractions.Fraction(bound) for bound in limits[key]]
            return next((place for place, bound in enumerate(bounds) if is_met(value, bound)), 5)
    return None


def measured(item, text, share):
    """The value a field stands for: itself, or a share of the detection limit it is below."""
    limit = text[1:] if text.startswith("<") else text[:-1] if text[-1] in "Ll" else None
    if limit is None:
        value = table.number(text)
        if item == "ph" and value > 14:
            raise table.Refused(f"pH {text}")
        return value
    value = table.number(limit)
    if item == "ph" or value == 0:
        raise table.Refused(f"{item}: no such detection limit")
    return value * share


def judge(row, folder):
    day = table.moment(row["time"]).date()
    if row["kind"] not in ("river", "lake"):
        raise table.Refused(f"kind: {row['kind']!r}")
    limits, method, share = rules_of(day, folder)
    ranks, missing = {}, []
    for item in ITEMS:
        if row[item] == "":
            missing.append(item)
            continue
        value = measured(item, row[item], share)
        found = rank(limits_of(limits, item, row["kind"]), value)
        if item in method["water_method"]["items"] and found is not None:
            ranks[item] = found
    worst = max(ranks.values(), default=None)
    name = "" if worst is None else CLASSES[worst]
    deciding = [item for item, found in ranks.items() if found == worst]
    return [name, ",".join(deciding), limits["id"], " ".join(missing)]


if __name__ == "__main__":
    table.run(["time", "section", "kind", *ITEMS], ["class", "deciding", "standard", "note"], judge)
