"""The index on the screen against the index from the command line: the same rule must have judged both."""

import csv
import io
import re

import pages

# Rows of the table as [text of the row's heading, text of the index].
_STATION_ROWS = f"""
return [...document.querySelectorAll('{pages.STATION_ROWS}')].map((row) =>
    [row.querySelector('th').textContent, row.querySelector('{pages.STATION_AIR_INDEX}').textContent]);
"""
# Rows of the matrix as [link of the station, texts of its hours], without marks of review, which stand in <i>.
_MATRIX_ROWS = f"""
return [...document.querySelectorAll('{pages.MATRIX} tbody tr')].map((row) => [
    row.querySelector('th a').getAttribute('href'),
    [...row.querySelectorAll('td > a')].map((cell) =>
        [...cell.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join(''))]);
"""


def number(text):
    """The index in a cell, or None where the cell shows a mark for missing."""
    found = re.fullmatch(r"\s*(\d+)\s*", text or "")
    return int(found.group(1)) if found else None


def hour_ending(text):
    """The hour 1–24 at whose end a row stands: from a label such as 08 时 or a time such as 2026-11-21T08:00."""
    at_end = re.search(r"[T ](\d{1,2}):?00", text)
    hour = int(at_end.group(1) if at_end else re.search(r"\d+", text).group())
    return hour or 24


def of_matrix(browser):
    """{station: {hour: index or None}} as the morning screen shows it."""
    shown = {}
    for link, texts in browser.run(_MATRIX_ROWS):
        station = pages.STATION_LINK.search(link).group(1)
        shown[station] = {hour: number(text) for hour, text in enumerate(texts, 1)}
    return shown


def of_station_page(browser):
    """{hour: index or None} as the station page that is open shows it."""
    return {hour_ending(label): number(text) for label, text in browser.run(_STATION_ROWS)}


def of_command_line(product, station, day):
    """{hour: index or None} as `qingheng air hourly` makes it of the station's own CSV."""
    status, kind, body = product.get(pages.STATION_CSV.format(station=station, day=day))
    if status != 200:
        raise ValueError(f"{status} {kind} for the CSV of {station}")
    done, output, errors = product.run("air", "hourly", "-", text_in=body.decode("utf-8-sig"))
    if done not in (0, 1):  # 1: rows were refused, which leaves hours without an index
        raise ValueError(f"air hourly ended with {done}: {errors.strip()}")
    rows = list(csv.DictReader(io.StringIO(output)))
    column = next(name for name in rows[0] if name.lower() == "aqi")
    return {hour_ending(row["time"]): number(row[column]) for row in rows}


def differences(shown, computed):
    """Hours in which the two are not the same; an hour that one of them does not have counts as missing there."""
    return [f"hour {hour}: {shown.get(hour)} on the page, {computed.get(hour)} from the command line"
            for hour in sorted(set(shown) | set(computed)) if shown.get(hour) != computed.get(hour)]


def check(report, browser, product, day, stations_on_page):
    """`stations_on_page`: the stations whose own page is opened too; the matrix is compared for all."""
    matrix = of_matrix(browser)
    computed = {station: of_command_line(product, station, day) for station in matrix}
    values = sum(value is not None for row in matrix.values() for value in row.values())
    report.check(f"the morning screen shows an index for {len(matrix)} stations", values > 0, "no index at all")
    report.empty(f"the index in each cell of the morning screen is what `air hourly` says ({values} values)",
                 [f"{station}, {fault}" for station in matrix
                  for fault in differences(matrix[station], computed[station])])
    for station in stations_on_page:
        browser.open(product.url + pages.PAGES["station"][0].format(station=station, day=day))
        shown = of_station_page(browser)
        report.empty(f"the index on the page of station {station} is what `air hourly` says ({len(shown)} hours)",
                     differences(shown, computed[station]) or ([] if shown else ["no row"]))
