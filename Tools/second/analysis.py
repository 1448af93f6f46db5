#!/usr/bin/env python3
"""Analyses of air series a second time, in fractions.

`trend`:  MONTH,VALUE a line (month: a whole number) -> slope a year, lower end, upper end.
`rose`:   SPEED,DIRECTION,CONCENTRATION a line (the last two may be empty) -> sector,hours,mean a line, then calm.
`wilson`: PART,WHOLE a line -> lower and upper end with six decimals.

Written from the definitions: the rose cuts the compass into steps of 1/8 degree and counts them, the interval of Wilson
solves its quadratic equation with decimals of 60 digits.
"""

import argparse
import decimal
import sys
from fractions import Fraction

CALM = Fraction(3, 10)
LEAST = 5
Z = Fraction(196, 100)


def median(values):
    values = sorted(values)
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def root(value):
    decimal.getcontext().prec = 60
    return (decimal.Decimal(value.numerator) / decimal.Decimal(value.denominator)).sqrt()


def trend(rows):
    points = sorted((int(month), Fraction(value)) for month, value in rows)
    pairs = [(a, b) for i, a in enumerate(points) for b in points[i + 1 :]]
    raw = median([(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairs if (b[0] - a[0]) % 12 == 0])
    first = points[0][0]
    season = {}
    for month, value in points:
        season.setdefault((month - first) % 12, []).append(value - raw * (month - first))
    season = {key: sum(values) / len(values) for key, values in season.items()}
    level = sum(season.values()) / len(season)
    flat = [(month, value - season[(month - first) % 12] + level) for month, value in points]
    slopes = sorted((b[1] - a[1]) / (b[0] - a[0]) for i, a in enumerate(flat) for b in flat[i + 1 :])
    values = [value for _, value in flat]
    n = len(values)
    ties = [values.count(value) for value in set(values)]
    variance = Fraction(n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties), 18)
    width = Fraction(root(Z * Z * variance))
    low = round((len(slopes) - width) / 2) - 1
    high = round((len(slopes) + width) / 2)
    print(12 * median(slopes), 12 * slopes[low], 12 * slopes[high], sep=",")


def rose(rows):
    hours = [(Fraction(s), Fraction(d) % 360 if d else None, Fraction(c) if c else None) for s, d, c in rows]
    moving = [(d, c) for s, d, c in hours if s >= CALM and d is not None]
    step = next(r for r in map(Fraction, ("22.5", "10", "5", "1", "0.1", "0.01")) if all(d % r == 0 for d, _ in moving))
    count = [Fraction(0)] * 16
    total = [Fraction(0)] * 16
    weight = [Fraction(0)] * 16
    # Every edge of a sector (11.25 degrees) and of a value (half a step) lies on this grid.
    grid = min(Fraction(1, 8), step / 8)
    pieces = int(step / grid)
    for direction, concentration in moving:
        for piece in range(pieces):
            middle = direction - step / 2 + (piece + Fraction(1, 2)) * grid
            sector = int((middle + Fraction("11.25")) % 360 / Fraction("22.5"))
            count[sector] += Fraction(1, pieces)
            if concentration is not None:
                weight[sector] += Fraction(1, pieces)
                total[sector] += concentration / pieces
    for sector in range(16):
        mean = total[sector] / weight[sector] if weight[sector] >= LEAST else ""
        print(sector, count[sector], mean, sep=",")
    print("calm", sum(1 for s, _, _ in hours if s < CALM), "", sep=",")


def wilson(rows):
    for part, whole in rows:
        n = Fraction(whole)
        p = Fraction(part) / n
        # (p - x)^2 = z^2 x (1 - x) / n
        a, b, c = 1 + Z * Z / n, -(2 * p + Z * Z / n), p * p
        width = root(b * b - 4 * a * c)
        ends = [
            (decimal.Decimal((-b).numerator) / decimal.Decimal((-b).denominator) + sign * width)
            / (2 * decimal.Decimal(a.numerator) / decimal.Decimal(a.denominator))
            for sign in (-1, 1)
        ]
        print(part, whole, *(f"{abs(end):.6f}" for end in ends), sep=",")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kind", choices=["trend", "rose", "wilson"])
    rows = [line.rstrip("\n").split(",") for line in sys.stdin if line.strip()]
    {"trend": trend, "rose": rose, "wilson": wilson}[parser.parse_args().kind](rows)


if __name__ == "__main__":
    main()
