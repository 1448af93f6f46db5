"""Polluters' monitors and what comes from above: an enterprise's mark stands beside the raw values, a reviewer's doubt
becomes a matter with the hours as evidence, a supervision ticket is taken in, answered and given back in the
superior's form, and dust leaves the evaluation only with the superior's paper."""

import io
import pathlib
import re
import zipfile

import accessibility
from browser import DESKTOP, PHONE

OUTLET = "E01-DA001"
CHANNEL = f"{OUTLET}%7Cnox"
TICKET = "DB-2026-001"
KEEPER = ("guanli", "管理员丁", "device-operator")  # keeps the files of sources, papers of the superior among them
PAPER = b"%PDF-1.4\n%%EOF\n"
BOXES = "return [...document.querySelectorAll('table[data-hours] input')].map((box) => box.value)"
TICK = """
for (const box of document.querySelectorAll('table[data-hours] input')) {
    box.checked = arguments[0].includes(box.value);
}
if (arguments[1]) { document.querySelector('#assess select[name=reason]').value = arguments[1]; }
"""
FILL = """
const form = [...document.querySelectorAll('details')].find((one) => one.textContent.includes(arguments[0]));
form.open = true;
form.id = 'chosen';
for (const [name, value] of Object.entries(arguments[1])) {
    const control = form.querySelector(`[name="${name}"]`);
    if (control.type === 'checkbox') { control.checked = true; } else { control.value = value; }
}
for (const box of form.querySelectorAll(arguments[2] || 'none')) { box.checked = true; }
"""
FETCH = """
const request = new XMLHttpRequest();
request.open('GET', arguments[0], false);
request.overrideMimeType('text/plain; charset=x-user-defined');
request.send();
return [...request.responseText].map((letter) => letter.charCodeAt(0) & 0xff);
"""


def prepare(report, office, day):
    """Marks and replacement values come by the command line, before the server is there."""
    folder = pathlib.Path(office.product.folder)
    files = {
        "marks.csv": "排放口编号,监测项目,标记类型,标记内容,开始时间,结束时间,标记时间,标记人\n"
                     f"{OUTLET},氮氧化物,自动监测异常,,{day} 02:00,{day} 04:00,{day} 09:00,企业张三\n"
                     f"{OUTLET},氮氧化物,停产,,{day} 02:00,{day} 04:00,{day} 09:00,企业张三\n",
        "values.csv": "排放口编号,监测项目,数据时间,替代值,替代方式,填报时间,填报人\n"
                      f"{OUTLET},氮氧化物,{day} 02:00,91.5,最大值,{day} 10:00,企业李四\n"}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
        status, said, complaint = office.product.run(
            "import", "marks", str(folder / name), "--data", office.product.data, environment=office.clock.environment)
        wanted = "第 3 行未导入" if name == "marks.csv" else ""
        report.check(f"import marks takes {name}" + (" and names the row it refuses" if wanted else ""),
                     "导入完成" in said and wanted in complaint, f"{status} {said} {complaint}")


def _doubt(report, office, day, output):
    address = f"/outlets/day?day={day}&channel={CHANNEL}"
    office.sit("shenjia", address)
    text = office.text("main")
    for words in ["自动监测异常", "企业张三", "91.5", "企业李四", "仅供核算总量"]:
        report.check(f"the outlet's day shows {words}", words in text, text[:300])
    boxes = office.browser.run(BOXES)
    if not report.check("the outlet's day has hours to speak of", len(boxes) > 10, str(len(boxes))):
        return
    office.browser.run(TICK, boxes[5:7], "")
    office.click("#assess", "存疑")
    report.check("a doubt without a reason is refused", "须选择理由" in office.text(".refused"), office.text(".refused"))
    office.sit("shenjia", address)
    office.browser.run(TICK, boxes[5:7], "flat")
    office.click("#assess", "存疑")
    report.check("a doubt with its reason is taken", "数值长时间不变" in office.text("table[data-hours]"),
                 office.text(".refused"))
    for size in (DESKTOP, PHONE):
        office.browser.resize(size)
        office.sit("shenjia", address)
        office.browser.screenshot(output / f"outlet-doubt-{size[0]}.png", whole_page=True)
        accessibility.check_page(report, office.browser, f"outlet-doubt at {size[0]}")
    office.browser.resize(DESKTOP)
    office.sit("shenjia", "/leads")
    report.check("the doubt is a lead", f"CY-{day.replace('-', '')}-{OUTLET}" in office.text("table[data-doubts]"))
    office.sit("shenjia", address)
    office.click("section[aria-labelledby='amount-head']", "立为非现场监管线索")
    matter = office.path()
    report.check("the lead becomes a matter", re.fullmatch(r"/matters/[0-9a-f]{32}", matter), office.text(".refused"))
    office.sit("shenjia", f"{matter}/evidence")
    report.check("its evidence holds the hours in doubt", "存疑小时值" in office.text("main"), office.text("main")[:300])


def _ticket(report, office, day, output):
    folder = pathlib.Path(office.product.folder)
    today = office.moment.date().isoformat()
    due = office.moment.date().replace(day=28).isoformat() if office.moment.day < 27 else today
    (folder / "tickets.csv").write_text(
        "督办单号,督办类型,企业名称,排放口编号,监测项目,问题开始时间,问题结束时间,督办内容,下发时间,反馈期限,下发单位\n"
        f"{TICKET},超标,示范一号热源厂（演示）,{OUTLET},氮氧化物,{day} 01:00,{day} 05:00,小时均值超标,{today},{due},市局\n"
        f"DB-2026-002,超标,示范一号热源厂（演示）,没有的排口,氮氧化物,{day} 01:00,{day} 05:00,超标,{today},{due},市局\n",
        encoding="utf-8")
    office.sit("shenjia", "/tickets")
    office.browser.run("document.querySelector('details').open = true")
    office.browser.driver.find_element("css selector", "input[type=file]").send_keys(str(folder / "tickets.csv"))
    office.click("details form", "接收")
    report.check("a ticket is taken in and a row that cannot be is named", "第 3 行未导入" in office.text("main")
                 and TICKET in office.text("table[data-tickets]"), office.text("main")[:400])
    matter = office.browser.run("return document.querySelector('table[data-tickets] th a').getAttribute('href')")
    office.sit("shenjia", f"{matter}/steps/交办")
    office.fill("main form.stack")
    office.check_boxes("main form.stack", "paper", ["交办单"])
    office.click("main form.stack", "办理")
    answer = {"原因": "启炉阶段燃烧不稳", "采取的措施": "调整配风并加强巡检", "核实情况": "已现场核实"}
    office.sit("shenjia", f"{matter}/steps/反馈")
    office.fill("main form.stack", **answer)
    office.check_boxes("main form.stack", "paper", [])
    office.click("main form.stack", "办理")
    report.check("an answer without evidence is refused", "佐证材料" in office.text(".refused"), office.text(".refused"))
    office.sit("shenjia", f"{matter}/steps/反馈")
    office.fill("main form.stack", **answer)
    office.check_boxes("main form.stack", "paper", ["佐证材料"])
    office.click("main form.stack", "办理")
    report.check("an answer with evidence is taken", office.path() == matter, office.text(".refused"))
    for login, refused in [("shenjia", True), ("shenyi", False)]:
        office.sit(login, f"{matter}/steps/审核通过")
        if office.browser.run("return document.querySelector('main form.stack') !== null"):
            office.fill("main form.stack")
            office.click("main form.stack", "办理")
        report.check(f"{login} {'does not pass the own answer' if refused else 'passes it'}",
                     (office.path() != matter) == refused, office.text(".refused"))
    office.sit("shenyi", "/tickets")
    office.browser.screenshot(output / "tickets-answered-1920.png", whole_page=True)
    book = zipfile.ZipFile(io.BytesIO(bytes(office.browser.run(FETCH, "/tickets/list.xlsx"))))
    text = "".join(book.read(name).decode("utf-8") for name in book.namelist() if name.endswith(".xml"))
    report.empty("the export in the superior's form holds the answer",
                 [words for words in ["督办单号", "反馈期限", TICKET, *answer.values(), "待上报"] if words not in text])


def _dust(report, office, day, output):
    office.sit(KEEPER[0], "/sources/station")
    source = office.browser.run(
        "return document.querySelector('main table a[href^=\"/source/\"]').getAttribute('href')")
    paper = pathlib.Path(office.product.folder) / "批复.pdf"
    paper.write_bytes(PAPER)
    office.sit(KEEPER[0], source)
    office.browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    office.browser.driver.find_element("css selector", "form[action$='/attachments'] input[type=file]").send_keys(
        str(paper))
    office.click("form[action$='/attachments']", "")
    office.sit("shenjia", "/review/exceptions")
    extent = {"from": day, "item.pm10": "", "item.pm25": ""}
    office.browser.run(FILL, "申请扣除", {"reason": "北方沙尘输送", **extent}, "input[name^='station.']")
    office.click("#chosen", "记入申请")
    report.check("an application takes nothing out", "待批复，不作扣除" in office.text("table[data-events]")
                 and "没有扣除的数值" in office.text("table[data-deducted]"), office.text(".refused"))
    measured = office.text("table[data-means] tbody tr td")
    decision = {"verdict": "approved", "issuer": "市生态环境局", "document": "监测函〔2026〕9号", "date": day, **extent}
    office.browser.run(FILL, "登记批复", decision, "input[name^='station.']")
    office.click("#chosen", "登记批复")
    report.check("an approval without its paper is refused", "批复文件" in office.text(".refused"),
                 office.text("main")[:300])
    file = office.browser.run("return [...document.querySelectorAll('select[name=attachment] option')].at(-1).value")
    office.browser.run(FILL, "登记批复", {**decision, "attachment": file}, "input[name^='station.']")
    office.click("#chosen", "登记批复")
    values = office.text("table[data-deducted]")
    report.check("an approval with its paper takes effect, the measured values stand beside",
                 "剔除沙尘" in values and "全区" in values, office.text(".refused") or values[:300])
    report.check("the measured mean stays", office.text("table[data-means] tbody tr td") == measured)
    for size in (DESKTOP, PHONE):
        office.browser.resize(size)
        office.sit("shenjia", "/review/exceptions")
        office.browser.screenshot(output / f"exceptions-approved-{size[0]}.png", whole_page=True)
        accessibility.check_page(report, office.browser, f"exceptions-approved at {size[0]}")
    office.browser.resize(DESKTOP)


def check(report, office, day, output):
    """`office` has the reviewers of the review test; `day` is a day of the demo's history."""
    office.add(*KEEPER)
    _doubt(report, office, day, output)
    _ticket(report, office, day, output)
    _dust(report, office, day, output)
