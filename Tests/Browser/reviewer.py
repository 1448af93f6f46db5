"""The reviewer's ten seconds: of two hundred devices, those that were silent or sent damaged packets since yesterday
stand first on 报文质量 with cause and duration, and one click opens the packet that shows it.

The devices and a day of their packets are made by `bench fleet` in a store of their own.
"""

import re
import time

from browser import DESKTOP, PHONE, Browser
from product import Product

_DEVICES = 200
_READY_SECONDS = 60
_MAKING_SECONDS = 300
_TEN_SECONDS = 10

# Rows of the list: state, cause, what its links lead to, and where it stands on the screen.
_ROWS = """
return [...document.querySelectorAll('table.fleet tbody tr')].map((row) => {
    const cells = row.querySelectorAll('td');
    const cause = cells[1].getBoundingClientRect();
    return {
        name: row.querySelector('th a').textContent, state: cells[1].querySelector('.verdict').textContent,
        cause: cells[1].querySelector('small')?.textContent ?? '', last: cells[2].textContent,
        damaged: parseInt(cells[4].textContent), top: row.getBoundingClientRect().top, right: cause.right,
    };
});
"""
# Follows the link in a cell of a row.
_CLICK = "document.querySelectorAll('table.fleet tbody tr')[arguments[0]].querySelectorAll('td')[arguments[1]]" \
         ".querySelector('a').click()"
_LAST_PACKET, _WRONG_CHECKSUMS = 2, 4  # cells
_DURATION = re.compile(r"(静默|未采用) \d+ (分钟|小时|天)$")


def _is_healthy(row):
    return row["state"] == "在线" and row["damaged"] == 0


def _follow(browser, row, cell):
    """The text of the packet's page that one click on a cell opens."""
    browser.run(_CLICK, row, cell)
    until = time.monotonic() + _TEN_SECONDS
    while time.monotonic() < until:
        if browser.run("return location.pathname.startsWith('/evidence/') && document.readyState === 'complete'"):
            return browser.run("return document.querySelector('main').innerText")
        time.sleep(0.05)
    return ""


def _look(report, browser, address, output):
    began = time.monotonic()
    browser.open(address)
    rows = browser.run(_ROWS)
    browser.screenshot(output / "reviewer-1920.png")
    healthy = next((index for index, row in enumerate(rows) if _is_healthy(row)), len(rows))
    troubled = [index for index, row in enumerate(rows) if row["state"].startswith(("静默", "未采用")) or row["damaged"]]
    report.check("devices in trouble stand before the healthy ones", troubled and max(troubled) < healthy,
                 f"the first healthy one stands at {healthy}, the last in trouble at {troubled[-1:]}")
    report.empty("a device that is silent or of no use says since when and why",
                 [row for row in rows if row["state"].startswith(("静默", "未采用"))
                  and not (_DURATION.search(row["state"]) and row["cause"])])
    refused = next((i for i, row in enumerate(rows) if row["state"].startswith("未采用") and "CRC" in row["cause"]), None)
    silent = next((i for i, row in enumerate(rows) if row["state"].startswith("静默")), None)
    damaged = next((i for i, row in enumerate(rows) if row["state"] == "在线" and row["damaged"]), None)
    if not report.check("a silent device, one with wrong check values alone and one with some are listed",
                        None not in (refused, silent, damaged), f"{rows[:5]}"):
        return
    report.check("the first silent one and the first of no use are seen without scrolling",
                 max(rows[refused]["top"], rows[silent]["top"]) < DESKTOP[1] - 40)

    text = _follow(browser, damaged, _WRONG_CHECKSUMS)
    report.check("one click on the number of wrong check values opens the packet that has one", "CRC 错误" in text,
                 f"{browser.driver.current_url}: {text[:200]}")
    browser.screenshot(output / "reviewer-packet-1920.png")
    browser.open(address)
    text = _follow(browser, silent, _LAST_PACKET)
    report.check("one click opens the last packet of the silent device", rows[silent]["last"] in text,
                 f"{rows[silent]['last']} not in {text[:200]}")
    took = time.monotonic() - began
    report.check(f"all of that takes less than {_TEN_SECONDS} seconds ({took:.1f} s)", took < _TEN_SECONDS)


def check(report, binary, output):
    """Makes the store, serves it, and looks at it as a reviewer does in the morning."""
    product = Product(binary, "serve")
    browsers = []
    try:
        done, _, errors = product.run("bench", "fleet", "--devices", str(_DEVICES), "--minutes", "60", "--data",
                                      product.data, timeout=_MAKING_SECONDS)
        if not report.check("a day of two hundred devices is made", done == 0, errors):
            return
        product.start(_READY_SECONDS)
        for size in (DESKTOP, PHONE):
            browsers.append(Browser(size))
        _look(report, browsers[0], product.url + "/devices", output)
        browsers[1].open(product.url + "/devices")
        rows = browsers[1].run(_ROWS)
        browsers[1].screenshot(output / "reviewer-390.png")
        report.empty("on a telephone state and cause are seen without scrolling sideways",
                     [row for row in rows if row["right"] > PHONE[0]])
    finally:
        for browser in browsers:
            browser.close()
        product.close()
