"""A bureau of its own from the first account on: the security administrator signs in, changes the password, sets up
one-time codes, opens the accounts of a reviewer and of who stands in for them; the reviewer signs in and sees what a
reviewer sees, and no more; who stands in sees it in the reviewer's place."""

import datetime
import pathlib
import re
import time

import accessibility
import one_time_code
from browser import DESKTOP, PHONE, Browser
from product import Product

_READY_SECONDS = 60
_PASSWORD = "Ce-shi-2026-x"
_GIVEN = re.compile(r"：(\S+)\s*$")


def _send(browser, form, **fields):
    """Fills a form in and sends it as its button does; returns when the next page is there."""
    browser.run(
        """
        const form = document.querySelector(arguments[0]);
        for (const [name, value] of Object.entries(arguments[1])) {
            const all = [...form.querySelectorAll(`[name="${name}"]`)];
            const box = all.find((input) => input.type === 'checkbox' && input.value === value);
            if (box) { box.checked = true; } else { all[0].value = value; }
        }
        window.waiting = true;
        form.querySelector('button').click();
        """, form, fields)
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            if browser.run("return window.waiting === undefined && document.readyState === 'complete'"):
                return
        except Exception:  # between two pages there is no document to ask
            pass
        time.sleep(0.05)


def _text(browser, selector):
    return browser.run("return document.querySelector(arguments[0])?.textContent ?? ''", selector)


def _path(browser):
    return browser.run("return location.pathname")


def _sign_in(browser, product, login, password, code=""):
    browser.open(product.url + "/sign-in")
    _send(browser, "form.stack", login=login, password=password, code=code)


def check(report, binary, output):
    product = Product(binary, "serve")
    browser = Browser(DESKTOP)
    try:
        status, printed, complaint = product.run(
            "user", "add", "anquan", "--name", "安全员", "--unit", "办公室", "--role", "security-administrator", "--data",
            product.data)
        found = _GIVEN.search(printed)
        if not report.check("the first account is opened at the machine", status == 0 and found, complaint):
            return
        _name_provider(product)
        product.start(_READY_SECONDS)
        _administrator(report, browser, product, found.group(1), output)
    finally:
        browser.close()
        product.close()


def _name_provider(product):
    """Another system to sign in through, at an address where nobody listens."""
    settings = pathlib.Path(product.folder) / "openid"
    settings.write_text(
        f"issuer=http://127.0.0.1:1/realm\nclient-id=bureau\ntitle=市统一认证\naddress={product.url}\n", "utf-8")
    settings.chmod(0o600)
    product.arguments += ["--openid", str(settings)]


def _administrator(report, browser, product, given, output):
    browser.open(product.url + "/air/stations?date=2026-11-21")
    report.check("nobody sees a page without signing in", _path(browser) == "/sign-in", _path(browser))
    browser.screenshot(output / "sign-in-1920.png")
    accessibility.check_page(report, browser, "sign-in at 1920")
    browser.open(product.url + "/sign-in/openid")
    report.check("a provider that does not answer is told as such, and the way by password stays",
                 "没有正常应答" in _text(browser, ".refused") and "登录名" in _text(browser, "form.stack"),
                 _text(browser, ".refused"))

    _sign_in(browser, product, "anquan", "wrong")
    report.check("a wrong password is told as such", "不对" in _text(browser, ".refused"), _text(browser, ".refused"))
    _sign_in(browser, product, "anquan", given)
    report.check("a password that was given must be changed first", _path(browser) == "/account/password",
                 _path(browser))
    _send(browser, "form.stack", present=given, new="short", again="short")
    report.check("a weak password is told why", "太短" in _text(browser, ".refused"), _text(browser, ".refused"))
    _send(browser, "form.stack", present=given, new=_PASSWORD, again=_PASSWORD)
    browser.open(product.url + "/people")
    report.check("an administrator must set up one-time codes", _path(browser) == "/account/factor", _path(browser))
    browser.screenshot(output / "own-factor-1920.png")
    accessibility.check_page(report, browser, "own-factor at 1920")
    _send(browser, "form.stack", code=one_time_code.code(_text(browser, "[data-seed]")))
    browser.screenshot(output / "own-account-1920.png", whole_page=True)
    accessibility.check_page(report, browser, "own-account at 1920")

    browser.open(product.url + "/people")
    _send(browser, "section form.stack", name="审核员甲", unit="监测科", post="审核员", login="shenhe",
          role="monitoring-reviewer", certificates="监测上岗证 JC-0001 2028-12-31 环境空气")
    reviewer = _text(browser, "[data-given]")
    report.check("a reviewer gets an account and a password that is shown once", len(reviewer) > 9, reviewer)
    browser.screenshot(output / "person-1920.png", whole_page=True)
    accessibility.check_page(report, browser, "person at 1920")
    browser.open(product.url + "/people")
    _send(browser, "section form.stack", name="代理员乙", unit="监测科", post="工程师", login="daili", role="air-section")
    substitute = _text(browser, "[data-given]")
    _leave(report, browser, product, output)
    browser.open(product.url + "/people")
    browser.screenshot(output / "people-1920.png", whole_page=True)
    accessibility.check_page(report, browser, "people at 1920")
    browser.open(product.url + "/air/stations")
    report.check("an administrator sees no business data", "权限" in _text(browser, "h1"), _text(browser, "h1"))
    _send(browser, "form.me")
    report.check("after signing out nothing is seen", _path(browser) == "/sign-in", _path(browser))

    _reviewer(report, product, reviewer, output)
    _substitute(report, product, substitute, output)


def _leave(report, browser, product, output):
    """Registers that the reviewer is away today and tomorrow and that the other one stands in."""
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()
    browser.open(product.url + "/leaves")
    people = browser.run("""
        const options = [...document.querySelectorAll('[name=person] option')];
        return Object.fromEntries(options.map((option) => [option.text, option.value]));""")
    who = {text.split("（")[0]: value for text, value in people.items()}
    days = {"from": str(today), "to": str(today + datetime.timedelta(days=1))}
    _send(browser, "section form.stack", person=who["审核员甲"], substitute=who["审核员甲"], **days)
    report.check("nobody stands in for themselves", "不能由自己代理" in _text(browser, ".refused"),
                 _text(browser, ".refused"))
    _send(browser, "section form.stack", person=who["审核员甲"], substitute=who["代理员乙"], **days)
    report.check("a leave is on the list with who stands in",
                 "请假中" in _text(browser, "table.list") and "代理员乙" in _text(browser, "table.list"),
                 _text(browser, "table.list"))
    browser.screenshot(output / "leaves-1920.png", whole_page=True)
    accessibility.check_page(report, browser, "leaves at 1920")
    browser.resize(PHONE)
    browser.open(product.url + "/leaves")
    browser.screenshot(output / "leaves-390.png", whole_page=True)
    accessibility.check_width(report, browser, "leaves at 390")
    browser.resize(DESKTOP)


def _reviewer(report, product, given, output):
    browser = Browser(PHONE)
    try:
        _sign_in(browser, product, "shenhe", given)
        _send(browser, "form.stack", present=given, new=_PASSWORD, again=_PASSWORD)
        browser.open(product.url + "/")
        menu = browser.run("return [...document.querySelectorAll('.menu a')].map((a) => a.textContent)")
        report.check("a reviewer sees the stations and not the accounts",
                     "空气站" in menu and "人员与账户" not in menu, str(menu))
        browser.screenshot(output / "reviewer-morning-390.png")
        accessibility.check_page(report, browser, "reviewer-morning at 390")
        accessibility.check_width(report, browser, "reviewer-morning at 390")
        browser.open(product.url + "/account")
        browser.screenshot(output / "own-account-390.png", whole_page=True)
        accessibility.check_width(report, browser, "own-account at 390")
        browser.open(product.url + "/people")
        report.check("what is not theirs is refused in words", "权限" in _text(browser, "h1"), _text(browser, "h1"))
    finally:
        browser.close()


def _substitute(report, product, given, output):
    browser = Browser(PHONE)
    try:
        browser.open(product.url + "/sign-in")
        browser.screenshot(output / "sign-in-390.png", whole_page=True)
        accessibility.check_width(report, browser, "sign-in at 390")
        _sign_in(browser, product, "daili", given)
        _send(browser, "form.stack", present=given, new=_PASSWORD, again=_PASSWORD)
        browser.open(product.url + "/account")
        browser.screenshot(output / "own-account-substitute-390.png", whole_page=True)
        _send(browser, "table.list form")
        report.check("who stands in acts for who is away, and every page says so",
                     "代 审核员甲" in _text(browser, "form.me") and "代 审核员甲" in _text(browser, ".notice"),
                     _text(browser, "form.me"))
        browser.screenshot(output / "own-account-acting-390.png", whole_page=True)
        accessibility.check_page(report, browser, "own-account-acting at 390")
        accessibility.check_width(report, browser, "own-account-acting at 390")
        _send(browser, "#content form.stack")
        report.check("and acts in the own name again", "代 " not in _text(browser, "form.me"),
                     _text(browser, "form.me"))
    finally:
        browser.close()
