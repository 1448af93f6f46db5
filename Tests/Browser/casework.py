"""Cases from the lead to the printed archive, in a browser, each step by the person of its post: a general penalty, a
daily penalty, and one with a hearing. Papers are filled in, numbered, printed, signed and brought back; days go by as
the law wants them."""

import base64
import io
import pathlib
import zipfile

import accessibility
from browser import DESKTOP, PHONE
from office import Office
from product import ROOT, NotReady

OFFICERS = ["执法员甲", "执法员乙"]
PEOPLE = [
    ("dui", "大队长丙", "enforcement-captain", "ZF-003"), ("jia", "执法员甲", "enforcement", "ZF-001"),
    ("yi", "执法员乙", "enforcement", "ZF-002"), ("fa", "法规科丁", "legal", None), ("shen", "法规科戊", "legal", None),
    ("ju", "局长己", "director", None),
]
SIGNERS = {"承办人": ["jia", "yi"], "承办机构负责人": ["dui"], "负责人": ["ju"], "审查人": ["dui"], "审核人": ["shen"],
           "主持人": ["fa"]}
SCAN = b"%PDF-1.4\n%scan of a signed paper\n"


class Case:
    """One matter and what its people do with it."""

    def __init__(self, office, report, name):
        self.office = office
        self.report = report
        self.name = name
        self.path = None
        self.scan = pathlib.Path(office.product.folder) / "扫描件.pdf"
        self.scan.write_bytes(SCAN)

    def open(self, login, procedure, title, follows=None):
        self.office.sit(login, "/matters/new" + (f"?follows={follows}" if follows else ""))
        self.office.browser.run(
            "document.querySelector('[name=procedure]').value = arguments[0];"
            "document.querySelector('[name=title]').value = arguments[1];", procedure, title)
        self.office.click("main form.stack", "立办件")
        self.path = self.office.path()
        self.report.check(f"{self.name}: the matter is opened", "已记入台账" in self.office.text("main, .notice, body"),
                          self.office.text(".refused"))

    @property
    def id(self):
        return self.path.rsplit("/", 1)[1]

    def state(self):
        return self.office.text(".stages .now")

    def step(self, login, name, confirm=(), facts=None, days=None, papers=None, expect=None):
        """Takes a step as its person; `expect` are words of the refusal that must come instead."""
        office = self.office
        office.sit(login, f"{self.path}/steps/{name}")
        office.fill("main form.stack", **(facts or {}), **(days or {}))
        if office.browser.run("return document.querySelector('[name=officer]') !== null"):
            office.check_boxes("main form.stack", "officer", OFFICERS)
        if papers is not None:
            office.check_boxes("main form.stack", "paper", papers)
        self._confirm(confirm)
        office.click("main form.stack", "办理")
        refused = office.text(".refused")
        if expect:
            return self.report.check(f"{self.name}: “{name}” is refused: {expect}", expect in refused,
                                     refused or "taken")
        return self.report.check(f"{self.name}: {name}", not refused and office.path() == self.path, refused)

    def _confirm(self, names):
        self.office.browser.run("""
            for (const section of document.querySelectorAll('main form section')) {
                const heading = section.querySelector('h2')?.firstChild?.textContent?.trim() ?? '';
                const select = section.querySelector('select[name^="confirm-person"]');
                if (!select || !arguments[0].includes(heading)) { continue; }
                if (!select.value) { select.value = [...select.options].map((o) => o.value).find((v) => v); }
                section.querySelector('input[name^="confirm-reason"]').value = '已核对案卷材料';
            }""", list(names))

    def paper(self, login, document, values=None):
        """Begins a paper, has it numbered where it is, signed electronically or on paper, and back."""
        office = self.office
        office.sit(login, f"{self.path}/papers/new?document={document}")
        office.fill("main .split form.stack", **(values or {}))
        office.click("main .split form.stack", "保存")
        refused = office.text(".refused")
        if not self.report.check(f"{self.name}: 《{document}》 is written", not refused and "/papers/" in office.path(),
                                 refused):
            return None
        address = office.path()
        missing = office.text("[aria-label=尚缺]")
        if missing:
            self.report.check(f"{self.name}: nothing is missing in 《{document}》", False, missing)
            return None
        if office.browser.run("return document.querySelector('form[action$=\"/number\"]') !== null"):
            office.click('form[action$="/number"]', "编号")
        self._sign(login, document, address)
        office.sit(login, address)
        standing = office.text(".head .due")
        self.report.check(f"{self.name}: 《{document}》 is signed", "电子签名" in standing or "扫描件" in standing,
                          standing + office.text(".refused"))
        return address

    def _sign(self, login, document, address):
        office = self.office
        if office.browser.run("return document.querySelector('form[action$=\"/return\"]') === null"):
            return
        parts = office.browser.run("""
            return [...document.querySelectorAll('form[action$="/return"] input[name^="signed-"]')].map((input) =>
                [input.closest('label').querySelector('span').firstChild.textContent, Number(input.value)])""")
        if parts and all(part in SIGNERS for part, _ in parts):
            for part, least in parts:
                for signer in SIGNERS[part][:least]:
                    office.sit(signer, address)
                    office.click('form[action$="/signature"]', f"以{part}签署")
            return
        office.sit(login, address)
        code = office.browser.run("""
            return [...document.querySelectorAll('dl.facts div')].find((row) => row.textContent.startsWith('校验码'))
                ?.querySelector('dd').textContent ?? ''""")
        office.browser.driver.find_element("css selector", "input[name=scan]").send_keys(str(self.scan))
        office.browser.run("""
            const form = document.querySelector('form[action$="/return"]');
            for (const [name, value] of Object.entries(arguments[0])) {
                const input = form.querySelector(`[name="${name}"]`);
                if (input) { input.value = value; }
            }""", {"code": code, "pages": "2", "signed-pages": "2"})
        office.click('form[action$="/return"]', "回传")

    def spoil(self, login, address):
        """A paper that was wrong is registered as spoiled."""
        self.office.sit(login, address)
        self.office.browser.run("document.querySelector('form[action$=\"/spoiling\"] [name=reason]').value = '当事人写错'")
        self.office.click('form[action$="/spoiling"]', "作废")
        self.report.check(f"{self.name}: a wrong paper is spoiled", "已作废" in self.office.text(".head .due"),
                          self.office.text(".refused"))

    def look_at_score(self, login, output):
        """The sheet says what is wrong, and that the file is worth nothing as it is."""
        self.office.sit(login, f"{self.path}/score")
        self.office.browser.screenshot(output / f"{self.name}-score.png", whole_page=True)
        accessibility.check_page(self.report, self.office.browser, f"{self.name}, score")
        self.report.check(f"{self.name}: a grave fault costs all points", self.office.text(".big strong") == "0",
                          self.office.text(".big"))

    def look(self, login, name, output):
        """A picture of the matter's page at both sizes, checked for everybody."""
        office = self.office
        for size in (DESKTOP, PHONE):
            office.browser.resize(size)
            office.sit(login, self.path)
            office.browser.screenshot(output / f"{name}-{size[0]}.png", whole_page=True)
            accessibility.check_page(self.report, office.browser, f"{name} at {size[0]}")
            if size == PHONE:
                accessibility.check_width(self.report, office.browser, f"{name} at {size[0]}")
        office.browser.resize(DESKTOP)

    def download(self, address, path):
        """Keeps what is at an address, as a click on its link would."""
        text = self.office.browser.driver.execute_async_script("""
            const done = arguments[1];
            fetch(arguments[0]).then((answer) => answer.arrayBuffer()).then((buffer) => {
                done(btoa([...new Uint8Array(buffer)].map((byte) => String.fromCharCode(byte)).join('')));
            });""", address)
        data = base64.b64decode(text)
        path.write_bytes(data)
        return data

    def archive(self, login, output):
        """The cover, contents and closing sheet as a document that holds every paper of the case."""
        office = self.office
        office.sit(login, f"{self.path}/papers")
        rows = office.browser.run("return [...document.querySelectorAll('tbody th')].map((cell) => cell.textContent)")
        unsigned = office.browser.run(
            "return [...document.querySelectorAll('tbody tr')].filter((row) => !row.querySelector('.done'))"
            ".map((row) => row.textContent)")
        self.report.empty(f"{self.name}: every paper of the archive is signed and back", unsigned)
        data = self.download(f"{self.path}/archive.docx", output / f"{self.name}-archive.docx")
        text = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode("utf-8")
        self.report.empty(f"{self.name}: the printed contents name every paper",
                          [row for row in rows if row not in text])
        self.report.check(f"{self.name}: the archive has cover and closing sheet",
                          "卷内目录" in text and "备考表" in text and "均已签署归卷" in text)


def rules(folder):
    """The bureau's own words for its papers, as an overlay of the catalog."""
    own = pathlib.Path(folder) / "rules" / "dossier"
    own.mkdir(parents=True, exist_ok=True)
    text = (ROOT / "Catalog" / "dossier" / "bureau.yaml").read_text("utf-8")
    words = {"name": "示例区生态环境局", "address": "示例区示例路1号", "telephone": "000-00000000",
             "payment": "凭缴款码在指定银行缴纳", "review": "示例区人民政府", "court": "示例区人民法院"}
    for key, word in words.items():
        text = "\n".join(f"  {key}: {word}" if line.startswith(f"  {key}:") else line for line in text.splitlines())
    (own / "bureau.yaml").write_text(text + "\n", "utf-8")
    return str(own.parent)


def check(report, binary, output):
    office = Office(binary, "2026-09-01")
    if not office.clock.is_movable:
        report.skip("cases run from lead to archive", "there is no C compiler (cc, clang)")
        office.close()
        return
    office.product.arguments += ["--catalog", rules(office.product.folder)]
    try:
        office.open_first_account()
        for person in PEOPLE:
            office.add(*person)
        general(office, report, output)
        daily(office, report, output)
        hearing(office, report, output)
        statistics(office, report, output)
    except NotReady as error:
        report.check("the cases go on", False, str(error))
    finally:
        office.close()


def charge(party):
    """What stands in the papers of a case against somebody."""
    return CHARGE | {"当事人": party}


CHARGE = {"违法事实": "2026年8月20日，该单位总排口废水化学需氧量85mg/L，超过排放标准", "违反条款": "《中华人民共和国生态环境法典》第一百五十一条",
          "处罚依据": "《中华人民共和国生态环境法典》第一千一百零七条", "证据": "现场检查（勘察）笔录\n调查询问笔录\n监测报告",
          "住址": "示例区工业路8号"}


def investigated(case, party, grave="否", seen="2026-09-03", reported="2026-09-10"):
    """From the filing to the examination of the case."""
    office = case.office
    case.paper("jia", "立案审批表", charge(party) | {"案件来源": "自动监测"})
    case.step("ju", "立案", confirm=["立案条件", "追责期限"], papers=["立案审批表"])
    office.go(seen)
    case.paper("jia", "现场检查（勘察）笔录", {"检查地点": "示例区工业路8号", "被检查单位": party})
    case.paper("jia", "调查询问笔录")
    case.paper("jia", "采样记录", {"被采样单位": party})
    case.paper("jia", "监测报告", {"CMA编号": "2026000001", "三级签发": "是"})
    case.step("jia", "调查取证", confirm=["告知回避权"], papers=["现场检查（勘察）笔录", "调查询问笔录", "采样记录", "监测报告"])
    office.go(reported)
    case.paper("jia", "案件调查报告", charge(party))
    case.step("jia", "调查终结", facts={"当事人类型": "单位", "情节复杂或者重大违法": grave, "拟处罚款": "120000"},
              papers=["案件调查报告"])
    case.step("jia", "审查案件", expect="应由")
    case.paper("dui", "案件审查意见", {"当事人": party})
    case.step("dui", "审查案件", papers=["案件审查意见"])


def served(case, day, what, party="示例水务有限公司"):
    """The receipt of a service."""
    case.office.go(day)
    case.paper("jia", "送达回证", {"送达文书": what, "受送达人": party, "送达地点": "示例区工业路8号",
                                "送达方式": "直接送达"})


def general(office, report, output):
    case = Case(office, report, "general")
    case.open("dui", "PEN-GENERAL", "示例水务有限公司超标排放水污染物案")
    party = "示例水务有限公司"
    case.step("jia", "立案", expect="应由")
    investigated(case, party)
    case.look("dui", "matter-examined", output)
    office.go("2026-09-14")
    case.paper("jia", "行政处罚事先（听证）告知书", charge(party) | {"拟处罚款": "120000", "告知听证": "是"})
    served(case, "2026-09-15", "行政处罚事先（听证）告知书")
    case.step("jia", "事先告知", papers=["行政处罚事先（听证）告知书", "送达回证"])
    case.paper("jia", "陈述申辩复核意见")
    case.step("jia", "复核陈述申辩", papers=["陈述申辩复核意见"], expect="起可以办理")
    office.go("2026-09-23")
    case.step("jia", "复核陈述申辩", papers=["陈述申辩复核意见"])
    case.paper("shen", "法制审核意见书")
    case.paper("jia", "处罚决定审批表", charge(party))
    case.step("shen", "审核通过", confirm=["审核人员资格"], papers=["法制审核意见书", "处罚决定审批表"])
    decision = case.paper("jia", "行政处罚决定书", charge(party) | {"罚款数额": "120000"})
    printed = case.download(f"{decision}/print.docx", output / "decision.docx")
    text = zipfile.ZipFile(io.BytesIO(printed)).read("word/document.xml").decode("utf-8")
    report.empty("general: the printed decision says who, how much, and where to appeal",
                 [words for words in ("示例区生态环境局", party, "12万元", "壹拾贰万元整", "环罚〔2026〕1号", "示例区人民法院", "校验码")
                  if words not in text])
    case.step("ju", "作出处罚决定", facts={"处罚种类": ["罚款"], "罚款数额": "120000"}, papers=["行政处罚决定书"])
    case.step("jia", "送达", papers=["送达回证"], expect="尚未签字盖章回传")
    served(case, "2026-09-28", "行政处罚决定书")
    case.step("jia", "送达", papers=["送达回证"])
    case.paper("shen", "公开审核表", {"当事人": "示例水务有限公司"})
    case.step("shen", "公开", papers=["公开审核表"])
    case.step("jia", "进入执行")
    execution(case, "120000", "2026-09-29")
    case.paper("jia", "结案审批表", {"当事人": "示例水务有限公司"})
    case.paper("jia", "履行凭证/法院执行文书", {"金额": "120000"})
    case.step("ju", "结案", confirm=["结案事由"], papers=["结案审批表", "履行凭证/法院执行文书"])
    report.check("general: the case is closed", case.state() == "结案", case.state())
    case.look("dui", "matter-closed", output)
    case.archive("dui", output)


def execution(case, fine, day):
    """The fine is paid in a matter that follows from the decision."""
    office = case.office
    follow = Case(office, case.report, case.name + ", execution")
    follow.open("dui", "ENFORCE", "示例水务有限公司罚款执行", follows=case.id)
    follow.step("jia", "开具缴款通知", facts={"罚款数额": fine, "缴款码": "4400000001"}, papers=[])
    office.go("2026-10-09")
    follow.step("jia", "缴纳罚款", facts={"缴款金额": "100", "票据号": "A001"}, papers=[], expect="尚欠")
    follow.paper("jia", "缴款凭证", {"金额": fine})
    follow.step("jia", "缴纳罚款", facts={"缴款金额": fine, "票据号": "A001", "到账日": "2026-10-09"}, papers=["缴款凭证"])
    case.report.check(f"{case.name}: the fine is paid", follow.state() == "已履行", follow.state())


def daily(office, report, output):
    """An order to correct that is not followed, and the penalty for each day that comes of it."""
    correct = Case(office, report, "correction")
    office.go("2026-10-12")
    correct.open("dui", "CORRECT", "示例化工有限公司超标排放责令改正")
    correct.paper("jia", "责令改正违法行为决定书", CHARGE | {"当事人": "示例化工有限公司", "改正内容": "停止超标排放"})
    served(correct, "2026-10-12", "责令改正违法行为决定书")
    correct.step("jia", "送达责令改正违法行为决定书", papers=["责令改正违法行为决定书", "送达回证"])
    office.go("2026-11-02")
    correct.paper("jia", "复查现场检查笔录", {"被检查单位": "示例化工有限公司", "检查地点": "示例区化工路1号",
                                     "责令改正送达日期": "2026-10-12", "改正情况": "未改正继续违法"})
    correct.step("jia", "组织复查", papers=["复查现场检查笔录"])
    correct.paper("jia", "复查报告", {"当事人": "示例化工有限公司", "复查结论": "拒不改正"})
    correct.paper("jia", "再次责令改正违法行为决定书", CHARGE | {"当事人": "示例化工有限公司"})
    correct.step("jia", "认定拒不改正", confirm=["拒不改正"], papers=["复查报告", "再次责令改正违法行为决定书"])
    case = Case(office, report, "daily")
    case.open("dui", "DAILY", "示例化工有限公司按日连续处罚案", follows=correct.id)
    case.paper("jia", "再次责令改正违法行为决定书", CHARGE | {"当事人": "示例化工有限公司"})
    case.step("jia", "再次送达责令改正", papers=["再次责令改正违法行为决定书"])
    case.step("fa", "确认原处罚决定已送达", facts={"原处罚决定送达日期": "2026-10-20", "原处罚款": "200000"},
              confirm=["原处罚已送达"])
    case.paper("jia", "按日连续处罚事先（听证）告知书",
               CHARGE | {"当事人": "示例化工有限公司", "原处罚决定文号": "环罚〔2026〕9号", "原处罚款": "200000", "告知听证": "是",
                         "责令改正送达日期": "2026-10-12", "计罚截止日期": "2026-11-02"})
    served(case, "2026-11-03", "按日连续处罚事先（听证）告知书")
    case.step("jia", "按日处罚告知", papers=["按日连续处罚事先（听证）告知书", "送达回证"])
    facts = {"责令改正送达日期": "2026-10-12", "计罚截止日期": "2026-11-02", "罚款数额": "4200000"}
    office.go("2026-11-12")
    case.paper("jia", "按日连续处罚决定书",
               CHARGE | {"当事人": "示例化工有限公司", "原处罚决定文号": "环罚〔2026〕9号"} | facts
               | {"原处罚款": "200000", "原处罚决定送达日期": "2026-10-20"})
    case.step("ju", "作出按日处罚决定", facts=facts | {"罚款数额": "4000000"}, papers=["按日连续处罚决定书"],
              expect="计 21 日")
    case.step("ju", "作出按日处罚决定", facts=facts, papers=["按日连续处罚决定书"])
    office.go("2026-11-20")
    case.paper("jia", "复查笔录", {"被检查单位": "示例化工有限公司", "检查地点": "示例区化工路1号",
                                "责令改正送达日期": "2026-10-12", "改正情况": "已改正"})
    case.step("jia", "再次复查", papers=["复查笔录"])
    case.step("jia", "已改正")
    report.check("daily: it ends when the violation is corrected", case.state() == "已改正停止计罚", case.state())
    case.look("dui", "matter-daily", output)
    case.archive("dui", output)


def hearing(office, report, output):
    """A grave case with a hearing and a decision of the leaders together."""
    office.go("2026-11-23")
    case = Case(office, report, "hearing")
    case.open("dui", "PEN-GENERAL", "示例电镀有限公司逃避监管排放案")
    party = "示例电镀有限公司"
    investigated(case, party, "是", "2026-11-24", "2026-11-25")
    case.paper("jia", "行政处罚事先（听证）告知书", charge(party) | {"拟处罚款": "600000", "告知听证": "是"})
    served(case, "2026-11-26", "行政处罚事先（听证）告知书", party)
    case.step("jia", "事先告知", papers=["行政处罚事先（听证）告知书", "送达回证"])
    case.paper("jia", "听证申请书", {"申请人": "示例电镀有限公司"})
    office.go("2026-11-30")
    case.step("jia", "申请听证", papers=["听证申请书"])
    apart = Case(office, report, "hearing, its own matter")
    apart.open("fa", "PEN-HEARING", "示例电镀有限公司听证", follows=case.id)
    apart.paper("fa", "听证申请", {"申请人": "示例电镀有限公司"})
    apart.step("jia", "提出听证申请", papers=["听证申请"])
    apart.paper("fa", "听证通知书", {"当事人": "示例电镀有限公司", "听证时间": "2026-12-14T09:00"})
    day = "“听证通知提前期”起算日：听证举行之日"
    apart.step("fa", "送达听证通知书", days={day: "2026-12-03"}, papers=["听证通知书"], expect="不足")
    apart.step("fa", "送达听证通知书", days={day: "2026-12-14"}, papers=["听证通知书"])
    office.go("2026-12-14")
    record = {"主持人": "法规科丁", "记录人": "法规科戊", "听证地点": "本局会议室"}
    apart.paper("fa", "听证笔录", record)
    apart.step("fa", "举行听证", confirm=["主持人", "公开举行"], papers=["听证笔录"])
    apart.paper("fa", "听证报告")
    apart.step("fa", "提出听证意见", papers=["听证报告"])
    case.report.check("hearing: the hearing is reported", apart.state() == "听证报告", apart.state())
    case.paper("fa", "听证笔录", record)
    case.paper("fa", "听证报告")
    case.step("jia", "听证结束", expect="应由")
    case.step("fa", "听证结束", papers=["听证笔录", "听证报告"])
    office.sit("dui", case.path)
    report.check("hearing: the time of the hearing does not count",
                 "因听证停算：2026-11-30 至 2026-12-14" in office.text("[aria-labelledby=clocks-head]"),
                 office.text("[aria-labelledby=clocks-head]"))
    case.paper("shen", "法制审核意见书")
    case.step("shen", "审核通过", confirm=["审核人员资格"], papers=["法制审核意见书"], expect="情节复杂或者重大违法须为false")
    case.step("shen", "审核通过且须集体讨论", confirm=["审核人员资格"], papers=["法制审核意见书"])
    case.paper("jia", "集体讨论记录", {"主持人": "局长己", "参加人员": "局长己\n副局长\n总工程师"})
    case.step("ju", "集体讨论决定", confirm=["表决人员"], papers=["集体讨论记录"])
    paper = case.paper("jia", "行政处罚决定书", charge(party + "分公司") | {"罚款数额": "600000"})
    case.step("ju", "作出处罚决定", facts={"处罚种类": ["罚款"], "罚款数额": "600000"}, papers=["行政处罚决定书"], expect="第4项")
    case.look_at_score("dui", output)
    case.spoil("dui", paper)
    case.paper("jia", "行政处罚决定书", charge(party) | {"罚款数额": "600000"})
    case.step("ju", "作出处罚决定", facts={"处罚种类": ["罚款"], "罚款数额": "600000"}, papers=["行政处罚决定书"])
    served(case, "2026-12-16", "行政处罚决定书", party)
    case.step("jia", "送达", papers=["送达回证"])
    case.paper("shen", "公开审核表", {"当事人": "示例电镀有限公司"})
    case.step("shen", "公开", papers=["公开审核表"])
    case.step("jia", "进入执行")
    case.paper("jia", "履行凭证/法院执行文书", {"金额": "600000"})
    case.paper("jia", "结案审批表", {"当事人": party})
    case.step("ju", "结案", confirm=["结案事由"], papers=["结案审批表", "履行凭证/法院执行文书"])
    report.check("hearing: the case is closed", case.state() == "结案", case.state())
    case.look("dui", "matter-hearing", output)
    case.archive("dui", output)


def statistics(office, report, output):
    """The year's statistics count what the three cases came to, and every number leads to its steps."""
    office.sit("ju", "/matters")
    office.sit("ju", office.browser.run("return [...document.querySelectorAll('main a')]"
                                        ".find((a) => a.textContent === '统计年报').getAttribute('href')"))
    text = " ".join(office.text("main").split())
    # Two decisions of 120,000 and 600,000 yuan and a daily one of 4,200,000.
    for words in ("立案2件", "作出行政处罚决定3件", "罚没金额4920000.00元", "结案2件", "听证1次"):
        report.check(f"statistics: {words}", words in text.replace(" ", ""), text[:400])
    office.browser.screenshot(output / "statistics.png", whole_page=True)
    accessibility.check_page(report, office.browser, "statistics")
