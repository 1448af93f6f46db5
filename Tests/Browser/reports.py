"""The annual report on rule of law in a browser: a ledger entry, the draft with its slots, figures that sections
confirm, every stage of the way by the person of its post, the sealed file; and how long the demo's report over five
years takes."""

import time

import accessibility
from browser import DESKTOP
from office import Office

REPORT = "rule-of-law-yearly"
SECONDS_MAX = 10
FIGURES_MIN = 60
PEOPLE = [
    ("fa", "法规科丁", "legal"), ("shen", "法规科戊", "legal"), ("ju", "局长己", "director"),
    ("dui", "大队长丙", "enforcement-captain"), ("xin", "信访科庚", "complaints"), ("ban", "办公室辛", "office"),
    ("jian", "监测科壬", "monitoring-reviewer"), ("shui", "水科癸", "water-section"), ("pi", "审批科子", "permits"),
]
TEXTS = {
    "opening": ("fa", "全局深入学习贯彻法治思想，全面推进依法行政。"),
    "enforcement": ("dui", "行政执法“三项制度”全面落实，执法活动可回溯。"),
    "shortcomings": ("fa", "### 普法方式较为传统\n以案释法的案例积累不够。"),
    "leadership": ("ban", "主要负责人研究法治建设重点工作，带头述法。"),
    "plans": ("fa", "开展法治讲堂，推广非现场监管。"),
}
ANSWERS = {"legal": "fa", "enforcement-captain": "dui", "complaints": "xin", "office": "ban",
           "monitoring-reviewer": "jian", "water-section": "shui", "permits": "pi"}
PRESS = """
    const [selector, text] = arguments;
    for (const box of document.querySelectorAll('details')) { box.open = true; }
    const form = document.querySelector(selector);
    return form !== null && [...form.querySelectorAll('button')].some((one) => one.textContent.includes(text));
"""


class Draft:
    """A draft and what people do with it."""

    def __init__(self, office, report):
        self.office = office
        self.report = report
        self.path = None

    def open(self, login, period):
        self.office.sit(login, "/drafts")
        form = "[aria-labelledby=open-head] form"
        self.office.fill(form, 时段=period)
        self.office.browser.run("document.querySelector('[name=document]').value = arguments[0]", REPORT)
        self.office.click(form, "起草")
        self.path = self.office.path()
        self.report.check("reports: a draft is begun", self.path.startswith("/drafts/"), self.office.text(".refused"))

    def write(self, login, slot, text):
        self.office.sit(login, self.path)
        form = f"#slots form:has([name=slot][value={slot}])"
        self.office.browser.run("document.querySelector(arguments[0] + ' textarea').value = arguments[1]", form, text)
        self.office.click(form, "保存")
        self.refused(f"{slot} is written", None)

    def deed(self, login, name, expect=None, **facts):
        self.office.sit(login, self.path)
        form = f"form:has([name=deed][value={name}])"
        if not self.office.browser.run(PRESS, form, name):
            self.report.check(f"reports: {name} is offered to {login}", False, self.office.text("main")[:300])
            return
        self.office.fill(form, **facts)
        self.office.click(form, name)
        self.refused(name, expect)

    def refused(self, what, expect):
        said = self.office.text(".refused")
        if expect:
            self.report.check(f"reports: {what} is refused: {expect}", expect in said, said)
        else:
            self.report.check(f"reports: {what}", not said, said)

    def answer(self, login, role, button):
        self.office.sit(login, self.path)
        form = f"#confirm form:has([name=role][value={role}])"
        if self.office.browser.run(PRESS, form, button):
            self.office.click(form, button)
            self.refused(f"{login} confirms for {role}", None)

    def stage(self):
        return self.office.text(".stages .now")


def walk(office, report, output):
    """The way from the ledger to the published report."""
    office.sit("fa", "/ledgers/training")
    form = "[aria-labelledby=enter-head] form"
    office.fill(form, **{"日期": "2025-05-06", "培训主题": "行政处罚法", "参训人次（人次）": "213"})
    office.click(form, "登记")
    report.check("reports: a training is entered", "行政处罚法" in office.text("h1"), office.text(".refused"))
    draft = Draft(office, report)
    draft.open("fa", "2025")
    draft.deed("fa", "送核", expect="还有没有填写的部分")
    draft.write("fa", "plans", "开展培训12场次。")
    for slot, (login, text) in TEXTS.items():
        if slot != "plans":
            draft.write(login, slot, text)
    draft.deed("fa", "送核", expect="没有出处的数字")
    draft.write("fa", "plans", TEXTS["plans"][1])
    for role, login in ANSWERS.items():
        draft.answer(login, role, "以上数据由本科室提供")
        draft.answer("ju", role, "已审核以上数据")
    office.sit("fa", draft.path)
    office.browser.screenshot(output / "draft.png", whole_page=True)
    accessibility.check_page(report, office.browser, "draft")
    draft.deed("fa", "定主送抄送", 主送机关="区人民政府", 抄送机关="市生态环境局")
    draft.deed("fa", "送核")
    draft.deed("ban", "定公开属性", 公开属性="主动公开", 理由="依规公开")
    draft.deed("shen", "保密审查", 审查结论="不涉密，可以公开", 理由="逐条审查")
    draft.deed("shen", "核稿通过")
    for login in ("dui", "xin", "ban"):
        draft.deed(login, "会签同意")
    draft.deed("ban", "审议通过", 会议名称和届次="党组会")
    draft.deed("ju", "签发")
    draft.deed("ban", "编号", 发文字号="示环报〔2026〕3号")
    office.sit("ban", draft.path)
    form = "form:has([name=seal])"
    office.browser.run("document.querySelector(arguments[0] + ' [name=confirmed]').checked = true", form)
    office.click(form, "用印")
    draft.refused("sealed", None)
    draft.deed("ban", "报送", 接收机关="区人民政府")
    draft.deed("ban", "公开", 公开地址="https://example.invalid/report")
    office.sit("ban", draft.path)
    log = office.text("[aria-labelledby=log-head]")
    report.check("reports: the draft went all its way", "到“办结”" in log, log[:300])
    sheet = office.text("article.sheet")
    for words in ("示环报〔2026〕3号", "签发人：局长己", "参训210余人次", "区人民政府："):
        report.check(f"reports: it prints {words}", words in sheet.replace(" ", ""), sheet[:300])
    office.browser.screenshot(output / "draft-sealed.png", whole_page=True)


def measure(report, product, day):
    """The demo's annual report of the last whole year, made anew."""
    year = int(day[:4]) - 1
    began = time.monotonic()
    status, _, page = product.get(f"/reports/{REPORT}/{year}", timeout=60)
    took = time.monotonic() - began
    text = page.decode()
    report.check(f"reports: the demo's annual report of {year} is there", status == 200, text[:300])
    figures = text.count('class="ref"')
    report.check(f"reports: the demo's annual report of {year} takes {took:.1f} s", took < SECONDS_MAX, "")
    report.check(f"reports: it prints {figures} figures", figures >= FIGURES_MIN, "")
    for back in range(5):
        older = product.get(f"/reports/{REPORT}/{year - back}", timeout=60)[2].decode()
        report.check(f"reports: the demo has decisions of {year - back}", "作出行政处罚决定<a" in older
                     and "作出行政处罚决定0件" not in older, "")


def check(report, binary, output):
    office = Office(binary, "2026-02-20")
    try:
        office.open_first_account()
        for login, name, role in PEOPLE:
            office.add(login, name, role)
        walk(office, report, output)
    finally:
        office.close()
