import Catalog
import Standards
import Testing

@testable import Examining

/// How numbers stand in Chinese text.
struct NumberReadingTests {
    private func numbers(_ text: String) throws -> [NumberToken] {
        let words = try ExaminingFixture.rules.get().words.counting
        return ExaminedText([text], date: nil, words: words).lines[0].numbers
    }

    @Test func `a counter, a full-width form and ten thousands are read`() throws {
        let found = try numbers("罚款４６.２７万元，检查１３００家（次），出动4500余人(次)")
        #expect(found.map(\.unit) == ["元", "家次", "人次"])
        #expect(found[0].low == Rational(462_700))
        #expect(found.last?.isApproximate == true)
    }

    @Test func `thousands are parted by a half-width comma only`() throws {
        #expect(try numbers("受理1,130件").map(\.low) == [1_130])
        #expect(try numbers("受理1，130件").map(\.low) != [1_130])
    }

    @Test func `blanks between characters and digits say nothing, and columns stay those of the text`() throws {
        let line = "2022 年 7 月优良天数 18 天，优良天数比率 61.0 %，PM2.5 浓度为 25 µg/m3。"
        let found = try ExaminingFixture.examine([line]).findings
        #expect(found.map(\.text) == ["61.0 %"])
        #expect(found.map(\.column) == [28])
        #expect(try ExaminingFixture.found(.style, "1. 甲", "2. 乙", "3. 丙", "4. 丁", "5 戊", "6. 己") == ["5 "])
    }

    @Test func `masked digits are a span`() throws {
        let token = try #require(try numbers("办理xx件").first)
        #expect(token.low == 10)
        #expect(token.high == 99)
        #expect(try numbers("x市xx区").isEmpty)
    }

    @Test func `names, ordinals, dates and numbers of papers are no quantities`() throws {
        #expect(try numbers("PM2.5、O3和GB 3095-2012，第30号令，国办发〔2018〕118号，2024年7月31日").isEmpty)
    }

    @Test func `Chinese numerals count where a counter follows`() throws {
        #expect(try numbers("下设八个专项工作组").map(\.count) == [8])
        #expect(try numbers("一律停产").isEmpty)
    }

    @Test(arguments: [
        ("二十一", 21), ("一百零五", 105), ("两千", 2_000), ("十", 10), ("〇", 0),
    ]) func `Chinese numerals have their value`(text: String, value: Int) {
        #expect(ChineseNumeral.value(of: Scalars(text)) == value)
    }

    @Test(arguments: ["一一", "十百", "三四"]) func `a run that is no number has none`(text: String) {
        #expect(ChineseNumeral.value(of: Scalars(text)) == nil)
    }

    @Test func `a range shares its unit`() throws {
        #expect(try numbers("浓度在19~26µg/m3之间").map(\.unit) == ["µg/m3", "µg/m3"])
    }

    @Test(arguments: [
        ("2024年", 366), ("2023年上半年", 181), ("2024年一季度", 91), ("2022年7月", 31), ("2023年1—11月", 334),
        ("2024年12月31日", 1),
    ]) func `a period has its days`(text: String, days: Int) throws {
        let words = try ExaminingFixture.rules.get().words.counting
        #expect(ExaminedText([text], date: nil, words: words).period?.days == days)
    }
}
