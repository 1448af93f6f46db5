import Documents
import Testing

@testable import Examining

/// Where a text comes from decides what a line of it is.
struct ReportLinesTests {
    @Test func `a text has its lines, its mark at the head left out`() {
        #expect(ReportLines.ofText(Array("\u{FEFF}一、甲\r\n二、乙\n".utf8)) == ["一、甲", "二、乙", ""])
    }

    @Test func `what is not UTF-8 has none`() {
        #expect(ReportLines.ofText([0xB1, 0xA8, 0xB8, 0xE6]) == nil)
    }

    @Test func `lines that fill a page run on, headings and ends of paragraphs do not`() {
        let page = "一、总体状况\n2022年7月，我市优良天数18天，优良天数比\n率58.1%，无重污染天。\n二、各区状况\n"
        #expect(
            ReportLines.ofPages(Array(page.utf8)) == [
                "一、总体状况", "2022年7月，我市优良天数18天，优良天数比率58.1%，无重污染天。", "二、各区状况", "",
            ])
    }

    @Test func `a docx has its paragraphs`() throws {
        let paper = Paper(
            name: "报告", issuer: "某局", created: "2026-11-05T01:00:00Z", banner: "", layout: .bulletin,
            blocks: [
                .paragraph(Paragraph(["2022年7月优良天数18天，优良天数比率", .bold("61.0%"), "。"])),
                .paragraph(Paragraph(["无重污染天。"])),
            ])
        let lines = try ReportLines.ofDocx(try DocxWriter().write(paper))
        let place = try #require(lines.firstIndex(of: "2022年7月优良天数18天，优良天数比率61.0%。"))
        let found = try ExaminingFixture.examine(lines).findings
        #expect(found.map(\.kind) == [.days])
        #expect(found.map(\.line) == [place + 1])
    }

    @Test func `what is no docx is refused`() {
        #expect(throws: DocumentError.self) { _ = try ReportLines.ofDocx(Array("text".utf8)) }
    }
}
