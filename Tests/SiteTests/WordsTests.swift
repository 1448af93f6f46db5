import HTTPTypes
import Records
import Reporting
import Standards
import Testing

@testable import Site

struct WordsTests {
    @Test(arguments: [
        ("HJ 633-2026 环境空气质量指数（AQI）技术规定", "HJ 633—2026"), ("GB 3838-2002 地表水环境质量标准", "GB 3838—2002"),
        ("地表水环境质量评价办法（试行）", "地表水环境质量评价办法（试行）"), ("HJ 663 4、5", "HJ 663"),
    ])
    func `a standard is cited by its number and year`(title: String, short: String) {
        #expect(RuleName.short(title) == short)
    }

    @Test(arguments: [([7], "7时"), ([7, 8, 9], "7—9时"), ([9, 7, 8, 12, 3], "3、7—9、12时")] as [([Int], String)])
    func `hours are named as stretches`(hours: [Int], text: String) {
        #expect(HourText.list(hours) == text)
    }

    @Test func `hour 24 ends at midnight`() {
        #expect(HourText.span(1) == "00:00—01:00")
        #expect(HourText.span(24) == "23:00—24:00")
    }

    @Test(arguments: [(1, 3, "33.3%"), (0, 4, "0.0%"), (144, 144, "100.0%"), (1, 2000, "0.0%"), (1, 800, "0.1%")])
    func `a share is printed with one decimal`(part: Int, whole: Int, text: String) {
        #expect(Rational.percentage(part, of: whole) == text)
    }

    @Test func `a share of nothing is none`() { #expect(Rational.percentage(0, of: 0) == nil) }

    @Test func `long fractions are cut with an ellipsis, short decimals are exact`() throws {
        #expect(try Rational(numerator: 1, denominator: 3).screenText == "0.3333…")
        #expect(try Rational(numerator: 5, denominator: 2).screenText == "2.5")
        #expect(Rational(7).screenText == "7")
    }

    @Test func `names of pollutants go to the screen and back`() {
        let plain = "首要污染物PM2.5、PM10、O3"
        #expect(ScreenText.lowered(plain) == "首要污染物PM₂.₅、PM₁₀、O₃")
        #expect(ScreenText.plain(ScreenText.lowered(plain)) == plain)
    }

    @Test(arguments: ["断面/一 二", "D001A", "a%2Fb", "?x=1&y=2#z", "🌫", "..", ""])
    func `an id in a path comes out as it went in`(id: String) {
        let path = SiteURL.section(id).path
        let segment = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
        #expect(segment.count == 1)
        #expect(PercentCoding.decoded(segment: segment.first ?? "") == id)
    }

    @Test func `an input's address keeps the parts of its id apart`() {
        let path = SiteURL.evidence(InputID("water-item", ["断面一", "nh3n", "2026-10"])).path
        #expect(path == "/evidence/water-item/%E6%96%AD%E9%9D%A2%E4%B8%80/nh3n/2026-10")
    }

    @Test func `a figure's address is the one that documents print`() {
        let request = FigureRequest("air.day.aqi", on: SiteFixture.day, ["place": "district"])
        #expect(SiteURL.figure(request).path == request.path)
        #expect(SiteURL.figure(request, page: 2).path == request.path + "&page=2")
    }

    @Test func `fields of a form are read in their order, with blanks and broken codes`() {
        let fields = FormFields("a=1&b=%E4%B8%80+%E4%BA%8C&a=2&c&d=%zz&=x&e=%E4")
        #expect(fields.all("a") == ["1", "2"])
        #expect(fields.first("b") == "一 二")
        #expect(fields.first("c") == nil)
        #expect(fields.first("d") == "%zz")
        #expect(fields.first("e") == "\u{FFFD}")
        #expect(FormFields(String(repeating: "a=1&", count: 10_000)).all("a").count == FormFields.greatestCount)
    }

    @Test func `what nobody foresaw is our fault and says so, what was asked wrongly is not`() {
        struct Unforeseen: Error {}
        #expect(Trouble(Unforeseen()).isOurs)
        #expect(Trouble(Unforeseen()).status.code == 500)
        for code in SiteError.Code.allCases where code != .missingFile {
            let trouble = Trouble(SiteError(code, subject: "时段", detail: "x"))
            #expect(!trouble.isOurs && !trouble.headline.isEmpty && !trouble.explanation.isEmpty)
            #expect(!trouble.remedies.isEmpty)
        }
    }

    @Test func `the device's password is shown on no page, in whatever case its name is sent`() {
        #expect(PacketRaw.text(Array("##0010ST=22;pw=abc;MN=1".utf8)) == "##0010ST=22;pw=******;MN=1")
        #expect(PacketRaw.text(Array("PW=".utf8)) == "PW=******")
        #expect(PacketRaw.text([0xFF, 0x41, 0x0D]) == "\\xFFA\\x0D")
    }
}
