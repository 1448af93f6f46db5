#!/usr/bin/env python3
"""Rankings a second time: reads and writes what `qingheng air rank` does, in exact fractions."""

import argparse
import csv
import datetime
import fractions
import io
import pathlib
import sys

import rulefile

INDEX_COLUMNS = {"so2": "so2", "no2": "no2", "pm10": "pm10", "pm25": "pm25", "co": "co_p95", "o3": "o3_8h_p90"}


def rounded(value, decimals):
    """Half to even at a number of decimals; the value itself where the scheme names none."""
    return value if decimals is None else fractions.Fraction(round(value * 10 ** decimals), 10 ** decimals)


def written(value, decimals=None):
    """A fraction as a decimal: with all its decimals where they are named, else as short as it goes, at most four."""
    if value is None:
        return ""
    if decimals is None:
        decimals = next((count for count in range(19) if (value * 10 ** count).denominator == 1), None)
        if decimals is None:
            decimals = 4
    digits = f"{abs(round(value * 10 ** decimals)):0{decimals + 1}d}"
    sign = "-" if round(value * 10 ** decimals) < 0 else ""
    return sign + (digits if decimals == 0 else f"{digits[:-decimals]}.{digits[-decimals:]}")


class Ranking:
    """One scheme on one day over one table."""

    def __init__(self, folder, scheme, day, header, rows):
        self.scheme = rulefile.by_id(folder, scheme, day)["ranking"]
        self.measures = {measure["key"]: measure for measure in self.scheme["measures"]}
        self.header, self.rows = header, rows
        self.index_rule = rulefile.by_id(folder, "AIR-COMPOSITE", day)["air_composite"]
        self.limits = {(row["item"], row["averaging"]): fractions.Fraction(row["class2"])
                       for row in rulefile.in_force(folder, "air_limits", day)["air_limits"]["rows"]}
        self.values = [{key: self.value(key, row) for key in self.measures} for row in rows]
        self.weighted = [key for key, measure in self.measures.items() if "weight" in measure]

    def decimals(self, key):
        text = self.measures[key].get("decimals")
        return None if text is None else int(text)

    def field(self, column, row):
        text = row[self.header.index(column)] if column in self.header else ""
        return fractions.Fraction(text) if text else None

    def is_computed(self, key):
        measure = self.measures[key]
        if key in self.header:
            return False
        if measure.get("composite") == "true":
            return all(column in self.header for column in INDEX_COLUMNS.values())
        if "change_of" in measure:
            base = measure["change_of"]
            has_base = base in self.header or base in self.measures and self.is_computed(base)
            return has_base and measure["change_from"] in self.header
        return False

    def value(self, key, row):
        """The value of a measure as it is compared."""
        measure = self.measures[key]
        if self.scheme.get("least_valid_percent"):
            share = self.field("valid_rate", row)
            if share is None or share < fractions.Fraction(self.scheme["least_valid_percent"]):
                return None
        value = None
        if key in self.header:
            value = self.field(key, row)
        elif measure.get("composite") == "true" and self.is_computed(key):
            value = self.composite(row)
        elif self.is_computed(key):
            base = measure["change_of"]
            now = self.value(base, row) if base in self.measures else self.field(base, row)
            before = self.field(measure["change_from"], row)
            if now is not None and before:
                value = (now - before) / before * 100
        return None if value is None else rounded(value, self.decimals(key))

    def composite(self, row):
        total = fractions.Fraction(0)
        for item, column in INDEX_COLUMNS.items():
            value, part = self.field(column, row), self.index_rule["items"][item]
            if value is None:
                return None
            total += fractions.Fraction(part["weight"]) * value / self.limits[item, part["averaging"]]
        return total

    def is_better(self, key, one, other):
        return one < other if self.measures[key]["better"] == "low" else one > other

    def rank_in(self, key, place, taking):
        """One more than the number of strictly better objects; one without a value stands behind all that have one."""
        own = self.values[place][key]
        others = [self.values[other][key] for other in taking if self.values[other][key] is not None]
        return 1 + (len(others) if own is None else sum(self.is_better(key, other, own) for other in others))

    def score(self, place, taking, ranks):
        own, kind = self.values[place], self.scheme["combine"]
        if kind == "value":
            return own[self.weighted[0]]
        if kind == "ranks":
            return sum(fractions.Fraction(self.measures[key]["weight"]) * ranks[place][key] for key in self.weighted)
        complete = [self.values[other] for other in taking
                    if all(self.values[other][key] is not None for key in self.weighted)]
        if own not in complete:
            return None
        total = fractions.Fraction(0)
        for key in self.weighted:
            numbers = [values[key] for values in complete]
            best, worst = (min, max) if self.measures[key]["better"] == "low" else (max, min)
            best, worst = best(numbers), worst(numbers)
            points = 100 if best == worst else (worst - own[key]) / (worst - best) * 40 + 60
            total += fractions.Fraction(self.measures[key]["weight"]) * points
        return total

    def order(self, place, score):
        """What sorts an object: the score, then the tie-breaks, absent ones behind; the lower the better."""
        low = self.scheme["combine"] == "ranks" or (
            self.scheme["combine"] == "value" and self.measures[self.weighted[0]]["better"] == "low")
        keys = [(score is None, (score if low else -score) if score is not None else 0)]
        for key in self.scheme.get("tie_break", []):
            value = self.values[place][key]
            sign = 1 if self.measures[key]["better"] == "low" else -1
            keys.append((value is None, sign * value if value is not None else 0))
        return keys

    def change(self, place):
        for key, measure in self.measures.items():
            value = self.values[place][key]
            if "change_of" not in measure or value is None:
                continue
            if value == 0:
                return "持平"
            is_worse = (value > 0) == (measure["better"] == "low")
            return ("恶化 " if is_worse else "改善 ") + written(abs(value), self.decimals(key)) + "%"
        return ""

    def run(self):
        """The header and the rows in the order of the places."""
        places = range(len(self.rows))
        taking = [place for place in places if self.scheme["missing"] == "last"
                  or all(self.values[place][key] is not None for key in self.weighted)]
        ranks = {place: {key: self.rank_in(key, place, taking) for key in self.weighted} for place in taking}
        scores = {place: self.score(place, taking, ranks) for place in taking}
        orders = {place: self.order(place, scores[place]) for place in taking}
        shared = {place: orders[place] if self.scheme["shares_rank"] == "tie_break" else orders[place][:1]
                  for place in taking}
        computed = [key for key in self.measures if self.is_computed(key)]
        summed = self.weighted if self.scheme["combine"] == "ranks" else []
        is_value = self.scheme["combine"] == "value"
        yield (self.header + computed + ["rank_" + key for key in summed]
               + ["score", "rank", "change", "standard", "note"])
        for place in sorted(taking, key=lambda place: (orders[place], place)) + [
                place for place in places if place not in scores]:
            own = self.values[place]
            fields = [written(own[key], self.decimals(key)) for key in computed]
            if place in scores:
                fields += [str(ranks[place][key]) for key in summed]
                fields.append(written(scores[place], self.decimals(self.weighted[0]) if is_value else None))
                fields.append(str(1 + sum(shared[other] < shared[place] for other in taking)))
            else:
                fields += [""] * (len(summed) + 2)
            yield self.rows[place] + fields + [self.change(place), "", ""]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--catalog", default=pathlib.Path(__file__).parents[2] / "Catalog")
    parser.add_argument("--scheme", required=True)
    parser.add_argument("--date", required=True, type=datetime.date.fromisoformat)
    options = parser.parse_args()
    reader = csv.reader(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline=""))
    target = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
    names = next(reader)
    ranking = Ranking(options.catalog, options.scheme, options.date, names, [row for row in reader if row])
    csv.writer(target, lineterminator="\n").writerows(ranking.run())
    target.flush()
