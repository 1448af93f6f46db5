"""What both commands share: CSV in, CSV out, times and numbers exactly as written."""

import argparse
import csv
import datetime
import fractions
import io
import pathlib
import re
import sys

BEIJING = datetime.timezone(datetime.timedelta(hours=8))
TIME = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?", re.ASCII)
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)


class Refused(Exception):
    """A row that cannot be judged; the text says why."""


def moment(text):
    """The moment a field names, in Beijing time."""
    found = TIME.fullmatch(text)
    if not found:
        raise Refused(f"time: {text!r}")
    year, month, day, hour, minute = (int(found[group]) for group in range(1, 6))
    second, zone = int(found[6] or 0), found[7]
    if zone is None:
        raise Refused("time without offset")
    ends_day = (hour, minute, second) == (24, 0, 0)
    try:
        clock = datetime.datetime(year, month, day, 0 if ends_day else hour, minute, second)
    except ValueError as error:
        raise Refused(f"time: {error}") from None
    if ends_day:
        clock += datetime.timedelta(days=1)
    offset = datetime.timedelta(0)
    if zone != "Z":
        hours, minutes = int(zone[1:3]), int(zone[4:])
        if hours > 23 or minutes > 59:
            raise Refused("offset")
        offset = datetime.timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1)
    return (clock - offset).replace(tzinfo=datetime.timezone.utc).astimezone(BEIJING)


def date(text):
    """The day a field names."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise Refused(f"date: {text!r}")
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise Refused(f"date: {error}") from None


def number(text):
    """An exact number that is not negative."""
    if not NUMBER.fullmatch(text):
        raise Refused(f"no number: {text!r}")
    value = fractions.Fraction(text)
    if value < 0:
        raise Refused(f"negative: {text}")
    return value


def run(columns, added, judge, optional=()):
    """Judges standard input row by row onto standard output; `judge(row, folder)` gives the added fields.

    A row is a dictionary of the needed columns and of the optional ones the table has.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("--catalog", default=pathlib.Path(__file__).parents[2] / "Catalog")
    folder = parser.parse_args().catalog
    source = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")
    target = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
    rows, writer = csv.reader(source), csv.writer(target, lineterminator="\n")
    header = next(rows)
    places = {column: header.index(column) for column in columns}
    places |= {column: header.index(column) for column in optional if column in header}
    writer.writerow(header + added)
    refused = 0
    for row in rows:
        if not row:
            continue
        try:
            if len(row) != len(header):
                raise Refused("ragged row")
            result = judge({column: row[place] for column, place in places.items()}, folder)
        except Refused as reason:
            refused += 1
            result = [""] * (len(added) - 1) + [str(reason)]
        row = (row + [""] * len(header))[:len(header)]
        writer.writerow(row + result)
    target.flush()
    sys.exit(1 if refused else 0)
