"""A bureau's people at one browser: accounts, signing in as one after the other, days that go by."""

import datetime
import re
import shutil
import time

import one_time_code
from browser import DESKTOP, Browser
from moved_clock import MovableClock
from product import NotReady, Product

PASSWORD = "Ce-shi-2026-x"
BEIJING = datetime.timezone(datetime.timedelta(hours=8))
READY_SECONDS = 60
_GIVEN = re.compile(r"：(\S+)\s*$")
_FILL = """
    const [selector, values, moment] = arguments;
    const form = document.querySelector(selector);
    const labelOf = (field) => field.querySelector('span')?.firstChild?.textContent ?? '';
    for (const field of form.querySelectorAll('label.field')) {
        const control = field.querySelector('input, textarea, select');
        const label = labelOf(field);
        if (label in values) { control.value = values[label]; continue; }
        const isNeeded = field.querySelector('small')?.textContent === '必填';
        if (!isNeeded || control.value !== '' || control.type === 'file') { continue; }
        if (control.tagName === 'SELECT') {
            control.value = [...control.options].map((option) => option.value).find((value) => value !== '');
        } else if (control.type === 'date') {
            control.value = moment.slice(0, 10);
        } else if (control.type === 'datetime-local') {
            control.value = moment.slice(0, 16);
        } else if (control.inputMode === 'decimal') {
            control.value = '0';
        } else {
            control.value = label + '属实';
        }
    }
    for (const several of form.querySelectorAll('fieldset.choices')) {
        const wanted = values[several.querySelector('legend')?.firstChild?.textContent] ?? [];
        for (const box of several.querySelectorAll('input')) { box.checked = wanted.includes(box.value); }
    }
"""
_CHECK = """
    const [selector, name, wanted] = arguments;
    for (const box of document.querySelectorAll(`${selector} input[name="${name}"]`)) {
        box.checked = wanted.some((text) => box.closest('label').textContent.includes(text));
    }
"""
_CLICK = """
    const [selector, text] = arguments;
    const buttons = [...document.querySelectorAll(`${selector} button`)];
    const button = buttons.find((button) => button.textContent.includes(text));
    window.waiting = true;
    button.click();
"""


class Office:
    """The server with its clock, and the people who sit at it."""

    def __init__(self, binary, begins, arguments=(), data=None):
        """`begins` is the day on which the story begins, at nine in the morning; `data` a directory that is there."""
        self.product = Product(binary, "serve", data=data, arguments=list(arguments))
        if data:
            # A server signs only with a key that lies elsewhere; `copy` keeps its mode.
            self.product.sign_with(shutil.copy(f"{data}/ledger.key", f"{self.product.folder}/demo.key"))
        self.clock = MovableClock(self.product.folder)
        self.browser = Browser(DESKTOP)
        self.people = {}  # login -> dict(cookies, seed)
        self.login = None
        self.go(begins)

    def go(self, day, hour=9):
        """Lets days go by."""
        self.moment = datetime.datetime.combine(
            datetime.date.fromisoformat(day), datetime.time(hour), tzinfo=BEIJING)
        self.ahead = int(self.moment.timestamp() - time.time())
        self.clock.set(self.ahead)

    def now(self):
        """The moment of the server."""
        return datetime.datetime.now(BEIJING) + datetime.timedelta(seconds=self.ahead)

    def open_first_account(self):
        status, printed, complaint = self.product.run(
            "user", "add", "anquan", "--name", "安全员", "--unit", "办公室", "--role", "security-administrator", "--data",
            self.product.data, environment=self.clock.environment)
        found = _GIVEN.search(printed)
        if status != 0 or not found:
            raise NotReady(complaint)
        self.product.start(READY_SECONDS, environment=self.clock.environment)
        self._first_sign_in("anquan", found.group(1))

    def add(self, login, name, role, certificate=None):
        """The security administrator opens an account; its owner signs in for the first time."""
        self.sit("anquan", "/people")
        if self.path() != "/people":
            raise NotReady(f"no accounts are opened here: {self.path()} {self.text('main')[:300]}")
        fields = {"name": name, "unit": "执法大队", "post": "", "login": login, "role": role}
        if certificate:
            fields["certificates"] = f"行政执法证 {certificate} 2030-12-31"
        self.browser.run("""
            const form = document.querySelector('section form.stack');
            for (const [name, value] of Object.entries(arguments[0])) {
                const all = [...form.querySelectorAll(`[name="${name}"]`)];
                const box = all.find((input) => input.type === 'checkbox' && input.value === value);
                if (box) { box.checked = true; } else { all[0].value = value; }
            }""", fields)
        self.click("section form.stack", "")
        given = self.text("[data-given]")
        if not given:
            raise NotReady(f"{login}: {self.text('.refused')}")
        self._first_sign_in(login, given)

    def _first_sign_in(self, login, given):
        self._leave()
        self.people[login] = {"seed": None}
        self._fill_named("/sign-in", login=login, password=given)
        self._fill_named(None, present=given, new=PASSWORD, again=PASSWORD)
        self.browser.open(self.product.url + "/account/factor")
        seed = self.text("[data-seed]")
        if login in ("anquan",) or self.browser.run("return location.pathname") == "/account/factor" and seed:
            self.people[login]["seed"] = seed
            self._fill_named(None, code=one_time_code.code(seed, self.now().timestamp()))
        self.login = login

    def _leave(self):
        if self.login:
            self.people[self.login]["cookies"] = self.browser.driver.get_cookies()
        self.browser.driver.delete_all_cookies()
        self.login = None

    def _fill_named(self, path, **fields):
        if path:
            self.browser.open(self.product.url + path)
        self.browser.run("""
            for (const [name, value] of Object.entries(arguments[0])) {
                document.querySelector(`form.stack [name="${name}"]`).value = value;
            }""", fields)
        self.click("form.stack", "")

    def sit(self, login, path):
        """Somebody opens a page, signing in anew where the session is over."""
        if self.login != login:
            self._leave()
            for cookie in self.people[login].get("cookies", []):
                self.browser.driver.add_cookie({key: cookie[key] for key in ("name", "value", "path")})
            self.login = login
        self.browser.open(self.product.url + path)
        if self.browser.run("return location.pathname") == "/sign-in":
            seed = self.people[login]["seed"]
            code = one_time_code.code(seed, self.now().timestamp()) if seed else ""
            self._fill_named(None, login=login, password=self._password(login), code=code)
            self.browser.open(self.product.url + path)
        if path != "/account/password" and self.path() == "/account/password":
            # Three months are over.
            present = self._password(login)
            self.people[login]["password"] = present + "x"
            self._fill_named(None, present=present, new=present + "x", again=present + "x")
            self.browser.open(self.product.url + path)

    def _password(self, login):
        return self.people[login].get("password", PASSWORD)

    def fill(self, form, **values):
        """Fills a form in as far as it must be; `values` by the labels of fields."""
        if not self.browser.run("return document.querySelector(arguments[0]) !== null", form):
            raise NotReady(f"no form on {self.path()}: {self.text('main')[:200]}")
        self.browser.run(_FILL, form, values, self.now().strftime("%Y-%m-%dT%H:%M"))

    def check_boxes(self, form, name, wanted):
        self.browser.run(_CHECK, form, name, wanted)

    def click(self, form, text):
        """Presses a button and returns when the next page is there."""
        self.browser.run(_CLICK, form, text)
        until = time.monotonic() + 20
        while time.monotonic() < until:
            try:
                if self.browser.run("return window.waiting === undefined && document.readyState === 'complete'"):
                    return
            except Exception:  # between two pages there is no document to ask
                pass
            time.sleep(0.02)
        raise NotReady(f"no page after “{text}”")

    def text(self, selector):
        return self.browser.run("return document.querySelector(arguments[0])?.textContent ?? ''", selector)

    def path(self):
        return self.browser.run("return location.pathname")

    def close(self):
        self.browser.close()
        self.product.close()
