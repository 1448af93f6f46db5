#!/usr/bin/env python3
"""Deadlines a second time: FROM,NUMBER,UNIT,ROLL a line → FROM,NUMBER,UNIT,ROLL,deadline,provisional,skipped days.

By a table of every day from 2006 on, marked from the calendar file; independent of the way the program counts.
"""

import argparse
import calendar
import csv
import datetime
import pathlib
import sys

import rulefile

ONE = datetime.timedelta(days=1)


def table_of(folder):
    """Every day with whether people work on it, and the years that have a notice."""
    years = rulefile.load(pathlib.Path(folder, "calendar", "cn.yaml"))["calendar"]["years"]
    working = {}
    day = datetime.date(2005, 1, 1)
    while day < datetime.date(2040, 1, 1):
        working[day] = day.strftime("%a") not in ("Sat", "Sun")
        day += ONE
    for year in years:
        for festival in year["festivals"]:
            for mark, works in (("off", False), ("work", True)):
                for text in festival.get(mark, []):
                    working[datetime.date.fromisoformat(text)] = works
    return working, {int(year["year"]) for year in years}


def months_on(day, number):
    """The day of the same number so many months on, or that month's last."""
    index = day.year * 12 + day.month - 1 + number
    year, month = index // 12, index % 12 + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def deadline(start, number, unit, roll, working, noticed):
    if unit == "working":
        after = [day for day in working if day > start]
        workdays = [day for day in after if working[day]]
        end = workdays[number - 1]
        span = [day for day in after if day <= end]
        return end, any(day.year not in noticed for day in span), [day for day in span if not working[day]]
    if unit == "calendar":
        nominal = start + number * ONE
    else:
        nominal = months_on(start, number if unit == "months" else 12 * number)
    if roll == "none":
        return nominal, False, []
    end = next(day for day in working if day >= nominal and working[day])
    span = [day for day in working if nominal <= day <= end]
    return end, any(day.year not in noticed for day in span), span[:-1]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--catalog", default=pathlib.Path(__file__).resolve().parent.parent.parent / "Catalog")
    working, noticed = table_of(parser.parse_args().catalog)
    for start, number, unit, roll in csv.reader(sys.stdin):
        end, provisional, skipped = deadline(
            datetime.date.fromisoformat(start), int(number), unit, roll, working, noticed)
        print(",".join([start, number, unit, roll, str(end), "yes" if provisional else "no",
                        " ".join(map(str, skipped))]))


if __name__ == "__main__":
    main()
