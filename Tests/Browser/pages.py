"""Where things are on the site: addresses and the few selectors the tests rely on. Change them here only."""

import re

MORNING = "/"
MATRIX = "table[data-matrix]"  # morning screen: a row a station, a cell an hour 1–24, each cell a link
STATION_ROWS = "table.hourly tbody tr"  # station page: a row an hour
STATION_AIR_INDEX = "td.aqi"

# name: (address, whether the page is looked at on a phone too). {station} and {section} are codes found on the pages,
# {waiting} the number of the demo's device that nobody registered, {day} the day the morning screen is about, {month}
# the last complete month before it, {claim} the name of a number in the daily report sealed as of record {asof}.
PAGES = {
    "morning": ("/", True),
    "station": ("/air/stations/{station}?date={day}", True),
    "hour": ("/air/stations/{station}/hours/{day}/8", True),
    "air-card": ("/explain/air/days/{station}/{day}", True),
    "review-matrix": ("/review/matrix?day={day}", True),
    "review-station": ("/review/matrix?day={day}&station={station}", True),
    "review-service": ("/review/service?month={month}", True),
    "review-chart": ("/review/chart?day={day}&station={station}&item=pm10", True),
    "review-checks": ("/review/checks?day={day}", True),
    "review-duty": ("/review/duty?month={month}", True),
    "review-completeness": ("/review/completeness?month={month}", True),
    "review-contractors": ("/review/contractors?month={month}", True),
    "review-superior": ("/review/superior?day={day}", True),
    "alerts": ("/alerts", True),
    "alert-statistics": ("/alerts/statistics", True),
    "analysis": ("/analysis", True),
    "variation": ("/analysis/variation?station={station}", True),
    "wind": ("/analysis/wind", True),
    "polar": ("/analysis/polar", True),
    "trend": ("/analysis/trend?station={station}", True),
    "allowance": ("/analysis/allowance", True),
    "river": ("/analysis/river?month={month}", True),
    "noise": ("/analysis/noise", True),
    "outlet-day": ("/outlets/day?day={day}", True),
    "tickets": ("/tickets", True),
    "exceptions": ("/review/exceptions", True),
    "water": ("/water", True),
    "section": ("/water/sections/{section}", True),
    "manual": ("/manual", True),
    "adoption": ("/adoption", True),
    "adoption-form": ("/adoption/{waiting}", True),
    "devices": ("/devices", True),
    "device": ("/devices/{device}", True),
    "packet": ("{packet}", True),
    "upstreams": ("/upstreams", True),
    "health": ("/health", True),
    "matters": ("/matters", True),
    "new-matter": ("/matters/new", True),
    "work": ("/work", True),
    "law": ("/law", True),
    "clocks": ("/matters/clocks", True),
    "violation": ("/law/WAT-02?start=2026-07-01&end=2026-07-02&decided=2026-08-20&table=GD-2.8.1&f0=偷排", True),
    "legal-reviews": ("/matters/reviews", True),
    "public-penalties": ("/public/penalties", True),
    "public-desk": ("/public", True),
    "rules": ("/rules", True),
    "rule": ("/rules/HJ633-2026", True),
    "figure": ("/figures/air.year.pm25?date={day}", True),
    "figure-month": ("/figures/air.year.pm25?date={day}&in={month}", True),
    "figure-past": ("/figures/air.day.value?date={day}&item=pm25&place={station}&asof={asof}", True),
    "trace": ("/evidence/air-day/district/pm25/{day}", True),
    "trace-past": ("/evidence/air-day/{station}/pm25/{day}?asof={asof}", True),
    "record": ("/evidence/record/{asof}", True),
    "claim": ("/claims/{claim}", True),
    "reports": ("/reports", True),
    "report-check": ("/reports/check", True),
    "drafts": ("/drafts", True),
    "ledgers": ("/ledgers", True),
    "ledger": ("/ledgers/training", True),
    "kinds-of-sources": ("/sources", True),
    "sources": ("/sources/station", True),
    "source": ("/source/{station}", True),
    "source-form": ("/sources/enterprise/new", True),
    "source-import": ("/sources/enterprise/import", True),
    "source-matches": ("/sources/enterprise/matches", True),
    "map": ("/map", True),
    "air-daily": ("/reports/air-daily/{day}", True),
    "water-monthly": ("/reports/water-monthly/{month}", True),
}
DAILY = "/reports/air-daily/{day}"
PUBLIC_DAILY = "/public/documents/air-daily/{day}"
CLAIM = "/claims/{claim}"
ADOPTION = "/adoption"
ADOPTION_LINK = "section[aria-labelledby='waiting-head'] a.button"  # one a device that waits
STATION_CSV = "/air/stations/{station}.csv?date={day}"  # header: time,station,so2,no2,pm10,pm25,co,o3
DOCUMENTS = ["/reports/air-daily/{day}.docx", "/reports/water-monthly/{month}.docx"]

STATION_LINK = re.compile(r"/air/stations/([^/?#.]+)")
DEVICE_LINK = re.compile(r"^/devices/([^/?#]+)$")
PACKET_LINK = re.compile(r"^/evidence/packet/\d+$")
SECTION_LINK = re.compile(r"/water/sections/([^/?#.]+)")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
