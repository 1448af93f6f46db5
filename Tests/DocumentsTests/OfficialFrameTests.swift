import Foundation
import Testing

@testable import Documents

/// GB/T 9704-2012 as the file says it; how it looks on pages is measured in `OfficialPageTests`.
@Suite struct OfficialFrameTests {
    private static func package(_ frame: OfficialFrame, banner: String? = nil) throws -> DocxPackage {
        try DocxPackage(frame.framing(SampleOfficial.paper(banner: banner)))
    }

    @Test(arguments: [SampleOfficial.upward, SampleOfficial.letter, SampleOfficial.minutes], [nil, "演示数据"])
    func `every form is a whole file, with and without a banner`(frame: OfficialFrame, banner: String?) throws {
        try Self.package(frame, banner: banner).checkIntegrity()
    }

    @Test func `the elements stand in the order of the standard`() throws {
        let lines = try Self.package(SampleOfficial.upward).paragraphs.filter { !$0.isEmpty }
        #expect(
            lines == [
                "000012", "机密★1年", "特急", "青衡市生态环境局", "文件", "青衡市水利局", "青衡市气象局", "\t签发人：甲某某　乙某",
                "　青环发〔2026〕12号\t丙某某", "关于2026年度法治政府建设情况的报告", "市人民政府，省生态环境厅：", "一、主要举措和成效", "（一）健全制度",
                "1.全面落实行政执法三项制度", "（1）公示", "全年公开行政处罚决定书12份。", "附件：1.\t各区空气质量",
                "2.\t名称很长的一个附件名称很长的一个附件名称很长的一个附件", "青衡市生态环境局", "2026年2月27日", "（联系人：办公室，电话：0000）",
                "抄送：市委办公室，市人大常委会办公室，市政协办公室，市监察委员会，市中级人民法院。", "青衡市生态环境局办公室\t2026年2月27日印发",
            ])
    }

    @Test func `a document number has the whole year in six-cornered brackets and no leading zero`() {
        #expect(OfficialNumber(code: "青环发", year: 2026, serial: 1).text == "青环发〔2026〕1号")
    }

    @Test func `a letter has its issuer above the text of the first page only, and neither rules nor printer`() throws {
        let package = try Self.package(SampleOfficial.letter)
        #expect(package.xml["word/header3.xml"]?.text == "青衡市生态环境局")
        #expect(try package.document.first("w:titlePg") != nil)
        #expect(package.xml["word/footer3.xml"]?.all("w:fldChar").isEmpty == true)
        #expect(try package.document.all("w:tblBorders").isEmpty)
        #expect(try package.paragraphs.first == "加急\t青环函〔2026〕3号")
        let colophon = Colophon(printer: "办公室", printed: "2026年3月2日", form: .letter)
        #expect(colophon.isEmpty)
    }

    @Test func `only letters say nothing of a document, and minutes name who was there`() throws {
        let minutes = try Self.package(SampleOfficial.minutes).paragraphs
        #expect(minutes.contains("青衡市生态环境局局长办公会议纪要"))
        #expect(minutes.contains("出席：局领导班子成员"))
        #expect(minutes.contains { $0.hasPrefix("列席：") })
    }

    @Test func `the colophon floats on the lower edge of the text, thick rules outside and thin ones inside`() throws {
        let package = try Self.package(SampleOfficial.upward)
        let table = try #require(try package.document.all("w:tbl").last)
        #expect(table.first("w:tblpPr")?["w:tblpYSpec"] == "bottom")
        #expect(table.first("w:tblpPr")?["w:vertAnchor"] == "margin")
        let sizes = ["w:top", "w:bottom", "w:insideH"].map { table.first($0)?["w:sz"] }
        #expect(sizes == ["8", "8", "6"])
    }

    @Test func `the frame's head and signature take the place of the paper's own`() throws {
        let own: [Block] = [
            .masthead(Masthead(issuer: "别的名称")), .title(["标题"]), .paragraph(Paragraph(["正文。"])),
            .signature(Signature(lines: ["别的署名"], date: "2026年1月1日")),
        ]
        let lines = try DocxPackage(SampleOfficial.letter.framing(SampleOfficial.paper(own))).paragraphs
        #expect(!lines.contains("别的名称") && !lines.contains("别的署名"))
        #expect(lines.contains("2026年3月2日"))
    }

    @Test func `an appendix begins a page with its number in 黑体 and stands before the colophon`() throws {
        let appended: [Block] = [
            .appendix(OfficialAppendix(number: 1, title: "各区空气质量")), .paragraph(Paragraph(["见表。"])),
        ]
        let framed = SampleOfficial.upward.framing(SampleOfficial.paper(), appended: appended)
        let package = try DocxPackage(framed)
        let label = try #require(try package.document.all("w:p").first { $0.text == "附件1" })
        #expect(label.first("w:pageBreakBefore") != nil)
        #expect(label.first("w:rFonts")?["w:eastAsia"] == "黑体")
        let lines = try package.paragraphs
        let appendix = try #require(lines.firstIndex(of: "附件1"))
        let copies = try #require(lines.firstIndex { $0.hasPrefix("抄送：") })
        #expect(appendix < copies)
    }

    @Test func `the list of sources begins a page behind the signature and stands before the colophon`() throws {
        let body: [Block] = [
            .title(["标题"]), .paragraph(Paragraph(["正文12件", .mark("r1"), "。"])),
            .heading(Heading(1, ["数据出处"], isNumbered: true)), .note(["截至台账第 9 条记录。"]),
            .references([Reference(id: "r1", ["处罚决定 12"])]),
            .picture(Picture(.png(SamplePNG.bytes), alternative: "二维码")),
        ]
        let package = try DocxPackage(SampleOfficial.upward.framing(SampleOfficial.paper(body)))
        let lines = try package.paragraphs
        func place(_ text: String) throws -> Int { try #require(lines.firstIndex { $0.contains(text) }, "\(text)") }
        let order = try ["正文12件", "附件：", "2026年2月27日", "数据出处", "截至台账", "处罚决定 12", "抄送："].map(place)
        #expect(order == order.sorted())
        let heading = try package.document.all("w:p").first { $0.text.contains("数据出处") }
        #expect(heading?.first("w:pageBreakBefore") != nil)
    }

    @Test func `the web says the same words`() throws {
        let html = try HTMLRenderer().render(SampleOfficial.upward.framing(SampleOfficial.paper()))
        for words in [
            "000012", "机密★1年", "特急", "青衡市气象局文件", "青环发〔2026〕12号", "签发人：甲某某　乙某　丙某某", "1.各区空气质量", "2026年2月27日印发",
        ] {
            #expect(html.contains(words), "\(words)")
        }
        _ = try XMLTree.parse(html)
    }
}
