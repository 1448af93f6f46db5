import Foundation
import Testing

@testable import Documents

/// Official documents as LibreOffice sets them, measured on the page.
@Suite(.serialized, .enabled(if: PrintedPages.isPossible, "LibreOffice or Poppler is not installed"))
struct OfficialPageTests {
    /// The fonts of offices are not free; the letters of the free ones are as wide, which is what is measured.
    private static let layout: DocumentLayout = {
        var layout = DocumentLayout.official
        layout.typefaces = .noto
        return layout
    }()

    private static func pages(_ frame: OfficialFrame, lines: Int, name: String) throws -> PrintedPages {
        var blocks = SampleOfficial.body
        blocks.append(SampleOfficial.text(lines: lines))
        let paper = frame.framing(SampleOfficial.paper(blocks, layout: layout))
        return try PrintedPages(try DocxWriter().write(paper), name: name)
    }

    @Test func `a full page has 22 lines of 28 characters, inside 156 by 225 mm`() throws {
        let blocks = [SampleOfficial.text(lines: 60)]
        let paper = SampleOfficial.paper(blocks, layout: Self.layout)
        let printed = try PrintedPages(try DocxWriter().write(paper), name: "text")
        let lines = try #require(printed.pages.first).lines.filter { $0.text.count > 10 }
        #expect(lines.count == 22)
        #expect(lines.dropFirst().allSatisfy { $0.text.count == 28 }, "\(lines.map(\.text.count))")
        let second = printed.pages[1].lines.filter { $0.text.count > 10 }
        #expect(second.count == 22)
        let left = second.map(\.left).min() ?? 0
        let right = second.map(\.right).max() ?? 0
        // Even pages are mirrored: the binding is at their right.
        #expect(abs(left - 26) < 1, "\(left)")
        #expect(abs(right - left - 156) < 1, "\(right - left)")
        let top = second.map(\.top).min() ?? 0
        let bottom = second.map(\.bottom).max() ?? 0
        #expect(top >= 36.5 && bottom <= 37 + 225 + 0.5, "\(top) \(bottom)")
    }

    @Test func `page numbers stand at the outer side, one character in, 7 mm below the text`() throws {
        let printed = try PrintedPages(
            try DocxWriter().write(SampleOfficial.paper([SampleOfficial.text(lines: 40)], layout: Self.layout)),
            name: "numbers")
        let odd = try #require(printed.pages[0].lines.last)
        let even = try #require(printed.pages[1].lines.last)
        #expect(odd.text == "—1—" && even.text == "—2—")
        // 四号 is 14 points: 4.9 mm. The text ends at 184 mm on odd pages and begins at 26 mm on even ones.
        #expect(abs(odd.right - (184 - 4.9)) < 1, "\(odd.right)")
        #expect(abs(even.left - (26 + 4.9)) < 1, "\(even.left)")
        let dash = (odd.top + odd.bottom) / 2
        #expect(abs(dash - (37 + 225 + 7)) < 1.5, "\(dash)")
    }

    @Test func `the issuer stands 35 mm below the text's upper edge, the colophon on its lower edge`() throws {
        let printed = try Self.pages(SampleOfficial.upward, lines: 8, name: "upward")
        let issuer = try #require(printed.pages[0].lines.first { $0.text == SampleOfficial.bureau })
        #expect(abs(issuer.top - 72) < 4, "\(issuer.top)")
        let last = try #require(printed.pages.last)
        let printer = try #require(last.lines.first { $0.text.hasSuffix("印发") })
        #expect(printer.bottom < 262.5 && printer.bottom > 255, "\(printer.bottom)")
        #expect(abs(printer.right - (last.number.isMultiple(of: 2) ? 182 : 184) + 4.9) < 1.5, "\(printer.right)")
        // 公文首页必须显示正文 (7.3.3).
        #expect(printed.pages[0].lines.contains { $0.text.hasPrefix("一、") })
    }

    @Test func `a letter's issuer stands 30 mm below the page's upper edge, and its first page has no number`() throws {
        let printed = try Self.pages(SampleOfficial.letter, lines: 30, name: "letter")
        let issuer = try #require(printed.pages[0].lines.first)
        #expect(issuer.text == SampleOfficial.bureau)
        #expect(abs(issuer.top - 30) < 4, "\(issuer.top)")
        #expect(!printed.pages[0].lines.contains { $0.text == "—1—" })
        #expect(printed.pages[1].lines.contains { $0.text == "—2—" })
    }

    @Test func `minutes end with who was there, above the colophon`() throws {
        let printed = try Self.pages(SampleOfficial.minutes, lines: 4, name: "minutes")
        let lines = printed.pages.flatMap(\.lines).map(\.text)
        let present = try #require(lines.firstIndex { $0.hasPrefix("出席：") })
        let printer = try #require(lines.firstIndex { $0.hasSuffix("印发") })
        #expect(present < printer)
    }
}
