"""Registering a device by hand: the form filled in and sent, the device answered, its readings shown.

The demo leaves one device unregistered that keeps sending. A second one is played here, so that its packets, its
answers and the hour it speaks of are known.
"""

import datetime
import socket
import time

import hj212
import pages
from browser import DESKTOP, Browser
from product import HOST

_WAIT_SECONDS = 30
_MN = "DE00000000000000000000EE"
_OUTLET = "E03-DA001"
_VALUE = "987.6"  # far above any limit of the outlet


def waiting(browser, product):
    """The number of the demo's device that waits, once its first packet is listed."""
    until = time.monotonic() + _WAIT_SECONDS
    while True:
        browser.open(product.url + pages.ADOPTION)
        numbers = browser.run(
            f"return [...document.querySelectorAll(\"{pages.ADOPTION_LINK}\")].map((a) => a.href.split('/').pop())")
        if numbers:
            return numbers[0]
        if time.monotonic() > until:
            raise LookupError("no device waits on 设备登记")
        time.sleep(0.5)


def _packet(hour, number):
    return hj212.upload(f"{datetime.datetime.now():%Y%m%d%H%M%S}{number:03d}", _MN, "2061", f"{hour:%Y%m%d%H}0000",
                        [f"a24088-Avg={_VALUE},a24088-Flag=N"], st="31")


def _send(product, packet):
    """What the gateway answers to a packet within a second; empty for nothing."""
    with socket.create_connection((HOST, product.hj212_port), timeout=5) as line:
        line.sendall(packet)
        line.settimeout(1)
        try:
            return line.recv(4096)
        except TimeoutError:
            return b""


def _fill(browser):
    browser.run("""
        const form = document.querySelector('#adopt');
        form.elements.object.value = arguments[0];
        form.elements.owner.value = '示范三号涂装厂（演示）';
        form.querySelector('input[name=ownership][value=enterprise]').checked = true;
        form.elements.acceptedOn.value = arguments[1];
        form.elements.filedOn.value = arguments[1];
    """, _OUTLET, "2024-06-03")


def check(report, product, demo_device, output):
    """Adopts the device played here; the demo's own stays as it is, for the pictures."""
    browser = Browser(DESKTOP)
    try:
        now = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8)))
        hour = (now - datetime.timedelta(hours=2)).replace(minute=0, second=0, microsecond=0)
        report.check("an unregistered device is not answered", _send(product, _packet(hour, 1)) == b"")
        address = f"{product.url}{pages.ADOPTION}/{_MN}"
        until = time.monotonic() + _WAIT_SECONDS
        while _MN not in _list(browser, product) and time.monotonic() < until:
            time.sleep(0.3)
        browser.open(address)
        item = browser.run("return document.querySelector('#adopt input[name=item]').value")
        report.check("the form proposes the item of a code that was seen", item == "nmhc", item)

        _fill(browser)
        browser.run("document.querySelector('#adopt').elements.acceptedOn.removeAttribute('max');"
                    "document.querySelector('#adopt').elements.acceptedOn.value = '2999-01-01'")
        _submit(browser)
        refused = browser.run("return document.querySelector('.refused')?.textContent ?? ''")
        kept = browser.run("return document.querySelector('#adopt').elements.owner.value")
        report.check("a date to come is refused and what was typed is kept",
                     "在今天之后" in refused and kept.startswith("示范三号"), f"{refused} {kept}")
        browser.screenshot(output / "adoption-refused-1920.png")

        _fill(browser)
        _submit(browser)
        notice = browser.run("return document.querySelector('.notice')?.textContent ?? ''")
        report.check("after registration the page says how many packets were read", "1 个报文已读成数据" in notice, notice)
        browser.screenshot(output / "adoption-done-1920.png", whole_page=True)

        answer = b""
        until = time.monotonic() + _WAIT_SECONDS
        while not answer and time.monotonic() < until:
            answer = _send(product, _packet(hour, 2))
        report.check("the registered device is answered", b"CN=9014" in answer, repr(answer))

        lead = f"/leads/{_OUTLET}/{hour:%Y-%m-%d}"
        browser.open(product.url + lead)
        text = browser.run("return document.body.textContent")
        report.check("the value that waited is shown on the outlet's lead", _VALUE in text, lead)
    finally:
        browser.close()


def _list(browser, product):
    """What stands on the list of devices."""
    browser.open(product.url + pages.ADOPTION)
    return browser.run("return document.body.textContent")


def _submit(browser):
    browser.run("document.querySelector('#adopt button.primary').click()")
    until = time.monotonic() + _WAIT_SECONDS
    while time.monotonic() < until:
        if browser.run("return document.readyState === 'complete' && !!document.querySelector('.refused, .notice')"):
            return
        time.sleep(0.1)
