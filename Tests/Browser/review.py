"""A day's review by keyboard: what waits is rejected or accepted, a second person signs, the day is locked and opened
again; then a day with planted faults of every kind."""

import datetime

import accessibility
import outlets
import planted
from browser import DESKTOP, PHONE
from office import Office
from product import NotReady
from review_day import REJECTED, Day
from selenium.webdriver.common.keys import Keys

PEOPLE = [("shenjia", "审核员甲", "monitoring-reviewer"), ("shenyi", "审核员乙", "monitoring-reviewer"),
          ("juzhang", "局长丙", "director")]
FOCUSED = "return document.activeElement?.value ?? ''"


def _undo(day, report):
    """A decision that was wrong is undone and made again."""
    office = day.office
    office.sit("shenjia", day.matrix)
    office.browser.run("document.querySelector('table.cells td:not(.rejected):not(.miss) input').focus()")
    place = "@".join(office.browser.run(FOCUSED).split("@")[:2])
    day.press("1")
    rejected = office.browser.run(REJECTED)
    report.check("a key rejects the value that has the focus", any(place in value for value in rejected), str(rejected))
    office.browser.press(Keys.ARROW_LEFT)
    day.press("u")
    rejected = office.browser.run(REJECTED)
    report.check("U undoes it", not any(value.startswith(place + "@") for value in rejected), str(rejected))


def _lock(day, report):
    for login, name, refusal in [
            ("shenjia", "reviewed", ""), ("shenjia", "signed", "第二人"), ("shenyi", "signed", ""),
            ("shenyi", "locked", "")]:
        said = day.step(login, name)
        report.check(f"{login}: {name}" + (f" is refused: {refusal}" if refusal else ""),
                     refusal in said if refusal else not said, said)
    day.office.sit("shenjia", day.matrix)
    report.check("a locked day takes no decision",
                 not day.office.browser.run("return document.querySelectorAll('table.cells input').length"))
    report.check("a reviewer has no button to unlock",
                 not day.office.browser.run("return document.querySelectorAll('button[value=unlocked]').length"))


def _unlock(day, report):
    said = day.step("juzhang", "unlocked")
    report.check("unlocking without a reason is refused", "理由" in said, said)
    said = day.step("juzhang", "unlocked", why="复核发现应剔除的时次")
    report.check("unlocking with a reason is taken", not said, said)
    day.office.sit("shenjia", day.matrix)
    report.check("an unlocked day takes decisions again",
                 day.office.browser.run("return document.querySelectorAll('table.cells input').length") > 0)


def check(report, demo, binary, day, output):
    """`demo` is the server of the demo, which stops; `day` a day of its history with planted faults."""
    demo.stop()
    tomorrow = datetime.date.fromisoformat(day) + datetime.timedelta(days=2)
    office = Office(binary, tomorrow.isoformat(), data=demo.data)
    if not office.clock.is_movable:
        report.skip("a day is reviewed and locked", "there is no C compiler (cc, clang)")
        office.close()
        return
    try:
        outlets.prepare(report, office, day)
        office.open_first_account()
        for person in PEOPLE:
            office.add(*person)
        reviewed = Day(office, day)
        office.sit("shenjia", reviewed.matrix)
        office.browser.screenshot(output / "review-before-1920.png", whole_page=True)
        reviewed.decide_all(report)
        report.check("spikes of the day were rejected", bool(reviewed.rejected))
        _undo(reviewed, report)
        office.sit("shenjia", reviewed.matrix)
        reviewed.compare(report, reviewed.stations())
        _lock(reviewed, report)
        for size in (DESKTOP, PHONE):
            office.browser.resize(size)
            office.sit("shenyi", reviewed.matrix)
            office.browser.screenshot(output / f"review-locked-{size[0]}.png", whole_page=True)
            accessibility.check_page(report, office.browser, f"review-locked at {size[0]}")
        office.browser.resize(DESKTOP)
        _unlock(reviewed, report)
        before = datetime.date.fromisoformat(day) - datetime.timedelta(days=1)
        outlets.check(report, office, day, output)
        planted.check(report, office, before.isoformat(), output)
    except NotReady as error:
        report.check("the review goes on", False, str(error))
    finally:
        office.close()
