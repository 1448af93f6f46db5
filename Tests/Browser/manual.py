"""A sample's way: a plan is made, a sheet filled in, a laboratory's report brought with a row that is refused, three
people sign, and the value stands beside that of the automatic station and in the workbook for the city."""

import zipfile
from xml.sax.saxutils import escape

import accessibility
from browser import DESKTOP, PHONE
from office import Office
from product import NotReady
from selenium.webdriver.common.by import By

TODAY = "2026-11-22"
SECTION = "南门断面"
AUTOMATIC = (
    "断面名称,监测时间,水温(℃),pH(无量纲),溶解氧(mg/L),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L),站点情况\n"
    f"{SECTION},2026-10-20 08:00,15.0,7.4,8.1,3.0,1.30,0.08,正常\n")
HEAD = ["样品编号", "检测项目", "检测结果", "单位", "检出限", "检测方法", "样品类型"]
ROWS = [
    ["N-1", "氨氮", "1.32", "mg/L", "0.025", "HJ 535-2009", "样品"],
    ["N-2", "氨氮", "1.30", "mg/L", "0.025", "HJ 535-2009", "现场平行"],
    ["N-K", "氨氮", "0.025L", "mg/L", "0.025", "HJ 535-2009", "全程序空白"],
    ["N-9", "氨氮", "1.00", "mg/L", "0.025", "HJ 535-2009", "样品"],
]
PEOPLE = [("caiyang", "采样员甲"), ("yishen", "审核员乙"), ("ershen", "审核员丙"), ("sanshen", "签发人丁")]
_CHOOSE = """
    const [title, values] = arguments;
    document.querySelector('#chosen')?.removeAttribute('id');
    const box = [...document.querySelectorAll('details')].find(
        (details) => details.querySelector('summary').textContent.includes(title));
    if (!box) { return false; }
    box.open = true;
    const form = box.querySelector('form');
    form.id = 'chosen';
    for (const [name, value] of Object.entries(values)) {
        const field = form.querySelector(`[name="${name}"]`);
        if (field.type === 'checkbox') { field.checked = value; } else { field.value = value; }
    }
    return true;
"""
_LINK = """
    const links = [...document.querySelectorAll('main a')];
    return links.find((link) => link.getAttribute('href').includes(arguments[0]))?.getAttribute('href') ?? '';
"""


def _workbook(path):
    """The table of a laboratory, as small as a workbook can be."""
    def cell(text):
        return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'

    rows = "".join(f"<row>{''.join(cell(text) for text in row)}</row>" for row in [HEAD] + ROWS)
    space = "http://schemas.openxmlformats.org"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", (
            f'<workbook xmlns="{space}/spreadsheetml/2006/main" xmlns:r="{space}/officeDocument/2006/relationships">'
            '<sheets><sheet name="结果" sheetId="1" r:id="r1"/></sheets></workbook>'))
        archive.writestr("xl/_rels/workbook.xml.rels", (
            f'<Relationships xmlns="{space}/package/2006/relationships"><Relationship Id="r1" '
            f'Type="{space}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
            "</Relationships>"))
        archive.writestr("xl/worksheets/sheet1.xml", (
            f'<worksheet xmlns="{space}/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'))


def _put(office, title, **values):
    """Fills in the form of a title and sends it."""
    if not office.browser.run(_CHOOSE, title, values):
        raise NotReady(f"no form “{title}” on {office.path()}: {office.text('main')[:300]}")
    office.click("#chosen", "")


def _sample(report, office):
    office.sit("caiyang", "/manual")
    _put(office, "制定计划", name="断面手工监测", year="2026", form="surface-water", basis="区监测方案〔2026〕1号",
         contractor="某检测有限公司", certificate="210012345678", days="10", lines=f"{SECTION}；pH、氨氮；每月")
    plan = office.path()
    report.check("a plan is made of one line", plan.startswith("/manual/") and "采样完成率" in office.text("main"),
                 office.text(".refused"))
    office.sit("caiyang", f"{plan}?month=2026-10")
    report.check("a month that is over without a sample is overdue", "逾期未采" in office.text("main"))
    task = office.browser.run(_LINK, "/monthly/2026-10-01")
    office.sit("caiyang", task)
    sheet = {
        "date": "2026-10-20", "time": "09:40", "people": "甲、乙", "sample": "N-1", "parallel": "N-2", "blank": "N-K",
        "value.ph": "7.6", "field.weather": "晴", "field.position": "中", "field.preserving": "硫酸酸化",
        "field.instrument": "YSI-3，校准 10-20"}
    _put(office, "填写采样记录", **(sheet | {"people": "甲"}))
    report.check("one person alone takes no sample", "至少 2 人" in office.text(".refused"), office.text(".refused"))
    _put(office, "填写采样记录", **sheet)
    report.check("the sheet stands and its report is overdue", "报告逾期" in office.text("main"), office.text(".refused"))
    return plan, task


def _bring(report, office, plan):
    folder = office.product.folder
    _workbook(f"{folder}/结果.xlsx")
    with open(f"{folder}/报告.pdf", "wb") as paper:
        paper.write(b"%PDF-1.7\n%%EOF\n")
    office.sit("caiyang", f"{plan}/import")
    office.browser.run(_CHOOSE, "选择文件", {"number": "JC-101", "date": "2026-10-28"})
    for name, file in (("file", "结果.xlsx"), ("paper", "报告.pdf")):
        office.browser.driver.find_element(By.CSS_SELECTOR, f"#chosen [name={name}]").send_keys(f"{folder}/{file}")
    office.click("#chosen", "查看")
    report.check("a row of no bottle is refused and named before anything is on record",
                 "N-9 不在本计划的采样记录中" in office.text("main"), office.text("main")[:300])
    _put(office, "登记这份报告")
    report.check("with a refused row nothing is taken in unasked", "有 1 行不能采用" in office.text(".refused"))
    _put(office, "登记这份报告", good=True)
    return office.path()


def _review(report, office, page):
    office.sit("caiyang", page)
    _put(office, "一审校核", note="")
    report.check("who brought the report does not check it", "不同的人" in office.text(".refused"),
                 office.text(".refused"))
    for login, step in (("yishen", "一审校核"), ("ershen", "二审审核"), ("sanshen", "三审签发")):
        office.sit(login, page)
        _put(office, step, note="原始记录、质控相符")
        report.check(f"{step} is taken", not office.text(".refused"), office.text(".refused"))


def check(report, binary, output):
    """Serves a store with one automatic section, and takes a sample beside it."""
    office = Office(binary, TODAY)
    if not office.clock.is_movable:
        report.skip("a sample goes its way", "there is no C compiler (cc, clang)")
        office.close()
        return
    try:
        file = f"{office.product.folder}/automatic.csv"
        with open(file, "w", encoding="utf-8") as text:
            text.write(AUTOMATIC)
        status, _, complaint = office.product.run(
            "import", "water", file, "--data", office.product.data, environment=office.clock.environment)
        if status != 0:
            raise NotReady(complaint)
        office.open_first_account()
        for login, name in PEOPLE:
            office.add(login, name, "monitoring-reviewer")
        plan, task = _sample(report, office)
        page = _bring(report, office, plan)
        _review(report, office, page)
        office.sit("caiyang", task)
        report.check("the task is done", "已完成" in office.text("main"))
        office.sit("caiyang", f"{plan}/comparison")
        text = office.text("main")
        # (1.30 − 1.32) / 1.32 is −1.5 %; 20 % may be where the kind of water is not registered.
        report.check("the sample stands beside the automatic value of its four hours",
                     "1.32" in text and "1.30" in text and "一致" in text, text[:400])
        for size in (DESKTOP, PHONE):
            office.browser.resize(size)
            for name, address in (("plan", f"{plan}?month=2026-10"), ("task", task), ("report", page)):
                office.sit("caiyang", address)
                office.browser.screenshot(output / f"manual-{name}-{size[0]}.png", whole_page=True)
                accessibility.check_page(report, office.browser, f"manual {name} at {size[0]}")
        office.browser.resize(DESKTOP)
        office.sit("caiyang", f"{plan}?month=2026-10")
        _put(office, "的上报回执", receiver="市监测中心", receipt="SJ-88", date="2026-11-20")
        report.check("the receipt of the city is on record", "SJ-88" in office.text("main"), office.text(".refused"))
    except NotReady as error:
        report.check("a sample goes its way", False, str(error))
    finally:
        office.close()
