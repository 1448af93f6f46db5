import Catalog
import Documents
import Testing

@testable import Examining

/// Official documents of this system have nothing against the standard; one fault put into them is found, and only it.
@Suite struct FormatTests {
    private static let rules = Result { try FormatRules(RuleCatalog.load(overlay: nil)) }

    private static let body: [Block] = [
        .title(["关于2026年度法治政府建设情况的报告"]),
        .heading(Heading(1, ["主要举措和成效"], isNumbered: true)),
        .heading(Heading(2, ["健全制度"], isNumbered: true)),
        .heading(Heading(3, ["全面落实行政执法三项制度"], isNumbered: true)),
        .heading(Heading(4, ["公示"], isNumbered: true)),
        .paragraph(Paragraph(["全年公开行政处罚决定书12份，均在七个工作日内公开。"])),
        .heading(Heading(1, ["存在的不足"], isNumbered: true)),
        .paragraph(Paragraph(["基层执法力量仍然不足。"])),
    ]

    private static let bureau = "青衡市生态环境局"

    static let frames: [String: OfficialFrame] = [
        "document": OfficialFrame(
            head: OfficialHead(
                copyNumber: 12, secrecy: OfficialSecrecy(.secret, period: "1年"), urgency: .most, issuers: [bureau],
                number: "青环发〔2026〕12号", signers: ["甲某某"]),
            addressees: ["市人民政府"], appendices: ["各区空气质量", "水质"],
            signature: Signature(lines: [bureau], date: "2026年2月27日"), remark: "联系人：办公室",
            colophon: Colophon(copies: ["市委办公室"], printer: "青衡市生态环境局办公室", printed: "2026年2月27日")),
        "letter": OfficialFrame(
            head: OfficialHead(.letter, urgency: .more, issuers: [bureau], number: "青环函〔2026〕3号"),
            addressees: ["市水利局"], signature: Signature(lines: [bureau], date: "2026年3月2日", isSealed: false),
            colophon: Colophon(copies: ["市发展和改革委员会"], form: .letter)),
        "minutes": OfficialFrame(
            head: OfficialHead(.minutes, issuers: ["青衡市生态环境局局长办公会议纪要"], number: "〔2026〕5号"),
            attendance: [OfficialAttendance(.present, people: "局领导班子成员")],
            colophon: Colophon(copies: ["局属各单位"], printer: "局办公室", printed: "2026年3月2日")),
    ]

    private static func docx(_ form: String) throws -> [UInt8] {
        let paper = Paper(name: "报告", issuer: bureau, layout: .official, blocks: body)
        return try DocxWriter().write(try #require(frames[form]).framing(paper))
    }

    private static func examine(_ bytes: [UInt8]) throws -> FormatExamination {
        FormatExamination(of: try DocxAnatomist().read(bytes), rules: try rules.get())
    }

    @Test(arguments: ["document", "letter", "minutes"])
    func `what this system sets has no deviation`(form: String) throws {
        let examination = try Self.examine(try Self.docx(form))
        #expect(examination.findings.isEmpty, "\(examination.findings)")
        #expect(examination.measured.form == ["document": "普通", "letter": "信函", "minutes": "纪要"][form])
        #expect(examination.measured.linesPerPage == 22)
        #expect(examination.measured.charactersPerLine == 28)
        #expect(examination.measured.bodySize == 16)
        #expect(abs(examination.measured.textWidth - 156) < 0.2)
    }

    /// A text of a part, what stands there instead, and what must be found.
    struct Fault: Sendable, CustomTestStringConvertible {
        let part: String
        let old: String
        let new: String
        let kind: FormatKind
        var testDescription: String { "\(kind.rawValue): \(old) → \(new)" }

        init(_ kind: FormatKind, _ old: String, _ new: String, in part: String = "document") {
            self.kind = kind
            self.old = old
            self.new = new
            self.part = "word/\(part).xml"
        }
    }

    static let faults = [
        Fault(.paper, #"w:w="11906" w:h="16838""#, #"w:w="12240" w:h="15840""#),
        Fault(.margins, #"w:top="2098""#, #"w:top="1440""#),
        Fault(.margins, #"w:left="1587""#, #"w:left="1800""#),
        Fault(.lines, #"w:linePitch="579""#, #"w:linePitch="600""#),
        Fault(.characters, #"<w:spacing w:val="-5"/>"#, #"<w:spacing w:val="20"/>"#, in: "styles"),
        Fault(.numberForm, "〔2026〕12号", "[2026]12号"),
        Fault(.numberForm, "〔2026〕12号", "〔2026〕第12号"),
        Fault(.numberForm, "〔2026〕12号", "〔2026〕012号"),
        Fault(.copyNumber, "000012", "12"),
        Fault(.secrecy, "机密★1年", "机密1年"),
        Fault(.urgency, "特急", "平急"),
        Fault(.signers, "签发人：", "签发人:"),
        Fault(.addressees, "市人民政府：", "市人民政府:"),
        Fault(.title, "建设情况的报告", "建设情况的报告。"),
        Fault(.headingNumber, ">一、<", ">一．<"),
        Fault(.headingNumber, ">（一）<", ">(一)<"),
        Fault(.headingNumber, ">1.<", ">1、<"),
        Fault(.headingNumber, ">（1）<", ">（1）、<"),
        Fault(.headingOrder, ">二、<", ">三、<"),
        Fault(.headingFace, #"<w:pStyle w:val="Heading1"/>"#, #"<w:pStyle w:val="Heading3"/>"#),
        Fault(.indent, #"<w:pStyle w:val="BodyText"/>"#, #"<w:pStyle w:val="Flush"/>"#),
        Fault(.appendixList, "附件：1.", "附件:1."),
        Fault(.appendixList, ">各区空气质量<", ">各区空气质量。<"),
        Fault(.dateForm, ">2026年2月27日<", ">2026年02月27日<"),
        Fault(.dateForm, ">2026年2月27日<", ">二〇二六年二月二十七日<"),
        Fault(.remark, "（联系人：办公室）", "(联系人：办公室)"),
        Fault(.copies, "抄送：市委办公室。", "抄送：市委办公室"),
        Fault(.copies, "抄送：市委办公室。", "抄送:市委办公室。"),
        Fault(.printing, ">2026年2月27日印发<", ">2026年02月27日印发<"),
        Fault(.headRule, #"w:space="11" w:color="FF0000""#, #"w:space="11" w:color="000000""#),
        Fault(.pageNumber, #"<w:jc w:val="right"/>"#, #"<w:jc w:val="center"/>"#, in: "footer1"),
        Fault(.pageNumber, "<w:evenAndOddHeaders/>", "", in: "settings"),
        Fault(.bodyFace, #"w:eastAsia="仿宋_GB2312""#, #"w:eastAsia="微软雅黑""#, in: "styles"),
        Fault(.bodySize, #"<w:sz w:val="32"/>"#, #"<w:sz w:val="28"/>"#, in: "styles"),
    ]

    @Test(arguments: faults) func `one fault is found under its clause`(fault: Fault) throws {
        let limits = ZipArchive.Limits(entries: 100, totalBytes: 10_000_000, ratio: 1_000)
        var entries = try ZipArchive.read(try Self.docx("document"), limits: limits)
        let place = try #require(entries.firstIndex { $0.path == fault.part })
        let text = String(decoding: entries[place].bytes, as: UTF8.self)
        let changed = text.replacing(fault.old, with: fault.new)
        #expect(changed != text, "\(fault.old) stands nowhere in \(fault.part)")
        entries[place].bytes = Array(changed.utf8)
        let examination = try Self.examine(try ZipArchive.write(entries))
        let found = try #require(examination.findings.first { $0.kind == fault.kind }, "\(examination.findings)")
        let rule = try #require(try Self.rules.get().checks[fault.kind])
        #expect(found.clause == rule.clause && found.severity == rule.severity)
        #expect(examination.hasErrors == examination.findings.contains { $0.severity == .error })
    }

    @Test func `a document without any frame is told what it lacks, not refused`() throws {
        let paper = Paper(name: "说明", layout: .official, blocks: Self.body)
        let examination = try Self.examine(try DocxWriter().write(paper))
        #expect(examination.measured.form == "无版头")
        #expect(examination.findings.allSatisfy { $0.severity != .error }, "\(examination.findings)")
        #expect(Set(examination.findings.map(\.kind)) == [.issuer, .dateMissing])
    }

    @Test(arguments: [
        ("2026年1月5日", true), ("2026年01月5日", false), ("26年1月5日", false), ("2026年1月", false),
        ("二〇二六年一月五日", false), ("2026.1.5", false), ("2026年13月5日", false), ("2026年1月32日", false),
    ])
    func `a date has the whole year and no leading zero`(text: String, isRight: Bool) {
        #expect((FormatCheck.problem(ofDate: text) == nil) == isRight)
    }

    @Test func `a style's font may come from the theme, as in files that Word makes`() throws {
        let theme = """
            <?xml version="1.0"?><a:theme xmlns:a="x"><a:themeElements><a:fontScheme><a:minorFont>\
            <a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/>\
            </a:minorFont></a:fontScheme></a:themeElements></a:theme>
            """
        let relationship =
            #"<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme""#
            + #" Target="theme1.xml"/></Relationships>"#
        let limits = ZipArchive.Limits(entries: 100, totalBytes: 10_000_000, ratio: 1_000)
        var entries = try ZipArchive.read(try Self.docx("document"), limits: limits)
        entries.append(ZipArchive.Entry(path: "word/theme1.xml", bytes: Array(theme.utf8)))
        for index in entries.indices {
            let text = String(decoding: entries[index].bytes, as: UTF8.self)
            switch entries[index].path {
            case "word/_rels/document.xml.rels":
                entries[index].bytes = Array(text.replacing("</Relationships>", with: relationship).utf8)
            case "word/styles.xml":
                let changed = text.replacing(#"w:eastAsia="仿宋_GB2312""#, with: #"w:eastAsiaTheme="minorEastAsia""#)
                entries[index].bytes = Array(changed.utf8)
            default: break
            }
        }
        let examination = try Self.examine(try ZipArchive.write(entries))
        #expect(examination.findings.contains { $0.kind == .bodyFace && $0.found == "等线" }, "\(examination.findings)")
    }
}
