#!/usr/bin/env python3
"""CWQI a second time: reads what `qingheng water rank` reads and writes its table without notes, in exact fractions.

The day is given by `--date`; refused rows are counted on standard error.
"""

import argparse
import csv
import datetime
import decimal
import fractions
import io
import pathlib
import sys

import rulefile
import table
import water_class

decimal.getcontext().prec = 60


def mean_of(item, values):
    """The unrounded mean; that of pH by hydrogen ion."""
    if item != "ph":
        return sum(values) / len(values)
    if len(set(values)) == 1:
        return values[0]
    ions = sum(decimal.Decimal(10) ** -(decimal.Decimal(value.numerator) / value.denominator) for value in values)
    return fractions.Fraction(-(ions / len(values)).log10())


def part_of(item, mean, limits, rule):
    """CWQI(i); None where it cannot be."""
    place = int(rule["limit_class"]) - 1
    if "at_most" in limits:
        return mean / fractions.Fraction(limits["at_most"][place])
    if "at_least" in limits:
        return fractions.Fraction(limits["at_least"][place]) / mean if mean else None
    form = {key: fractions.Fraction(value) for key, value in rule["ph"].items()}
    if mean <= form["neutral"]:
        return (form["neutral"] - mean) / (form["neutral"] - form["lower"])
    return (mean - form["neutral"]) / (form["upper"] - form["neutral"])


def index_of(sections, kind, rule, standard):
    means = {}
    for item in rule["items"]:
        values = [section[item] for section in sections if item in section]
        if values:
            means[item] = mean_of(item, values)
    parts = [part_of(item, mean, water_class.limits_of(standard, item, kind), rule) for item, mean in means.items()]
    return sum(part for part in parts if part is not None) if means else None


def fixed(value, places):
    if value is None:
        return ""
    digits = round(abs(value) * 10 ** places)
    text = f"{digits // 10 ** places}.{digits % 10 ** places:0{places}d}"
    return "-" + text if value < 0 and digits else text


def read(stream, rule, share):
    areas, seen, refused = {}, set(), 0
    for row in csv.DictReader(stream):
        try:
            if not row["area"] or not row["section"] or row["kind"] not in ("river", "lake"):
                raise table.Refused("area, section or kind")
            values = {item: water_class.measured(item, row[item], share) for item in rule["items"] if row.get(item)}
            if not values or (row["area"], row["section"]) in seen:
                raise table.Refused("empty or repeated")
        except table.Refused:
            refused += 1
            continue
        seen.add((row["area"], row["section"]))
        areas.setdefault(row["area"], {"river": [], "lake": []})[row["kind"]].append(values)
    return areas, refused


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--catalog", default=pathlib.Path(__file__).parents[2] / "Catalog")
    parser.add_argument("--date", default="2026-06-30", type=datetime.date.fromisoformat)
    options = parser.parse_args()
    file = rulefile.in_force(options.catalog, "water_index", options.date)
    rule = file["water_index"]
    standard = rulefile.in_force(options.catalog, "water_limits", options.date)
    means = rulefile.in_force(options.catalog, "water_means", options.date)
    share = fractions.Fraction(means["water_means"]["below_limit_share"])
    areas, refused = read(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline=""), rule, share)
    places, lines = int(rule["index_decimals"]), []
    for area, kinds in areas.items():
        parts = {kind: index_of(sections, kind, rule, standard) for kind, sections in kinds.items()}
        count = sum(len(kinds[kind]) for kind in kinds)
        index = sum(parts[kind] * len(kinds[kind]) for kind in kinds if kinds[kind]) / count
        lines.append([area, len(kinds["river"]), len(kinds["lake"]), fixed(parts["river"], places),
                      fixed(parts["lake"], places), fixed(index, places)])
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["rank", "area", "sections", "points", "river_index", "lake_index", "index", "standard"])
    for line in sorted(lines, key=lambda line: fractions.Fraction(line[5])):
        rank = 1 + sum(fractions.Fraction(other[5]) < fractions.Fraction(line[5]) for other in lines)
        writer.writerow([rank, *line, file["id"]])
    sys.exit(1 if refused else 0)


if __name__ == "__main__":
    main()
