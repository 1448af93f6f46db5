"""What a person without a mouse, with weak eyes or with a telephone needs of every page."""

import time

from selenium.webdriver.common.keys import Keys

import pages

NAMED_ROLES = {"link", "button", "textbox", "searchbox", "combobox", "listbox", "checkbox", "radio", "spinbutton",
               "slider", "switch", "tab", "menuitem", "image", "img", "Date", "DateTime", "InputTime"}
_CHUNK = 40  # key presses sent at once

_FIELDS_WITHOUT_LABEL = """
return [...document.querySelectorAll("input:not([type=hidden]):not([type=submit]):not([type=button]),select,textarea")]
    .filter((field) => !(field.labels && field.labels.length) && !field.getAttribute("aria-label")
        && !(field.getAttribute("aria-labelledby") || "").split(" ").some((id) => id && document.getElementById(id)))
    .map((field) => field.outerHTML.slice(0, 120));
"""

_WIDER_THAN_THE_SCREEN = """
const screen = document.documentElement.clientWidth; // innerWidth grows with what is too wide on a telephone
const wide = document.scrollingElement.scrollWidth - screen;
if (wide <= 0) { return []; }
const scrolls = (element) => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        if (getComputedStyle(at).overflowX !== "visible") { return true; }
    }
    return false;
};
const culprits = [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > screen + 0.5 && !scrolls(element))
    .map((element) => element.outerHTML.slice(0, 100));
return [`the page is ${wide} px wider than the screen`].concat(culprits.slice(0, 5));
"""


def check_page(report, browser, name):
    """Labels, language, title and contrast of the page that is open."""
    language = browser.run("return document.documentElement.lang")
    report.check(f"{name}: the page says its language, title and main part",
                 language.lower().startswith("zh") and browser.run("return document.title.trim() !== ''")
                 and browser.run("return document.querySelectorAll('main').length") == 1,
                 f"lang={language!r}, title={browser.driver.title!r}")
    report.empty(f"{name}: every field of a form has a label", browser.run(_FIELDS_WITHOUT_LABEL))
    report.empty(f"{name}: everything one can follow or press has a name",
                 [role for role, text in browser.accessible_names() if role in NAMED_ROLES and not text.strip()])
    report.empty(f"{name}: text stands out from its ground by 4.5:1, large text by 3:1",
                 browser.run_file("contrast.js", "faultsOfContrast()"))


def check_width(report, browser, name):
    """No sideways scrolling of the page itself; tables may scroll inside their own frame."""
    report.empty(f"{name}: nothing is wider than the telephone", browser.run(_WIDER_THAN_THE_SCREEN))


def check_keyboard(report, browser, name):
    """One pass with the Tab key over the page that is open."""
    count = browser.run_file("keyboard.js", "watchKeyboard()")
    # A field for a date is one stop that Tab goes through in four steps: year, month, day, calendar.
    presses = count + 3 + 3 * browser.run("return document.querySelectorAll('input[type=date]').length")
    for sent in range(0, presses, _CHUNK):
        browser.press(Keys.TAB, min(_CHUNK, presses - sent))
    found = browser.run("return window.keyboard")
    reached = [focus["stop"] for focus in found["reached"] if focus["stop"] >= 0]
    again = next((i for i in range(1, len(reached)) if reached[i] == reached[0]), len(reached))
    first_round = reached[:again]  # after the last stop the browser begins anew
    report.empty(f"{name}: the Tab key reaches everything ({count} stops)",
                 [found["stops"][stop] for stop in sorted(set(range(count)) - set(reached))])
    report.empty(f"{name}: … in the order of the page",
                 [f"{found['stops'][second]} after {found['stops'][first]}"
                  for first, second in zip(first_round, first_round[1:]) if second < first]
                 + [f"tabindex above 0: {stop}" for stop in found["positive"]])
    report.empty(f"{name}: … and one sees where one is",
                 sorted({focus["name"] for focus in found["reached"] if not focus["isShown"]})
                 + sorted({f"{focus['name']} is off the screen" for focus in found["reached"]
                           if not focus["isOnScreen"]}))


def check_matrix(report, browser, address):
    """On the morning screen, by keyboard alone: into the matrix, across it by arrows, open a cell by Enter."""
    browser.open(address)
    inside = f"return !!document.activeElement.closest('{pages.MATRIX} td')"
    presses = 0
    while not browser.run(inside) and presses < 400:
        browser.press(Keys.TAB)
        presses += 1
    if not report.check("the matrix is reached by keyboard", browser.run(inside), f"not after {presses} Tabs"):
        return
    cell = "return document.activeElement.getAttribute('href')"
    start = browser.run(cell)
    browser.press(Keys.ARROW_RIGHT)
    right = browser.run(cell)
    browser.press(Keys.ARROW_LEFT)
    report.check("the arrow keys move inside the matrix", right != start and browser.run(cell) == start,
                 f"from {start} to {right}")
    # The first Enter opens the card of the hour where it has one, the next one goes on to the hour itself.
    if browser.run("return document.activeElement.hasAttribute('data-explain')"):
        browser.press(Keys.ENTER)
        until = time.monotonic() + 5
        while not browser.run("return !!document.activeElement.closest('dialog[open]')") and time.monotonic() < until:
            time.sleep(0.05)
    browser.press(Keys.ENTER)
    target = start.split("#")[0]
    until = time.monotonic() + 5
    while not browser.driver.current_url.split("#")[0].endswith(target) and time.monotonic() < until:
        time.sleep(0.05)
    report.check("a cell of the matrix opens by Enter", browser.driver.current_url.split("#")[0].endswith(target),
                 f"{browser.driver.current_url} instead of {target}")
