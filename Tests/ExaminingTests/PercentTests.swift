import Testing

@testable import Examining

/// Percentages against counts, days and changes.
struct PercentTests {
    @Test func `a rate that its two counts give is confirmed`() throws {
        let line = "1491个案件和问题，已基本完成整改1480个，完成比例为99.26%。"
        #expect(try ExaminingFixture.confirmed(.percent, line) == ["1480/1491"])
        #expect(try ExaminingFixture.found(.percent, line).isEmpty)
    }

    @Test func `a rate that its two counts do not give is an error with the right one`() throws {
        let found = try ExaminingFixture.examine(["2020年，1491个案件和问题，已基本完成整改1480个，完成比例为99.62%。"]).findings
        #expect(found.map(\.kind) == [.percent])
        #expect(found.map(\.severity) == [.error])
        #expect(found.map(\.computed) == ["99.26%"])
        #expect(found.map(\.column) == [36])
    }

    @Test func `digits cut off instead of rounded are a note`() throws {
        let truncated = try ExaminingFixture.examine(["检查27家，整改16家，占59.2%。"]).findings.filter { $0.kind == .percent }
        #expect(truncated.map(\.severity) == [.note])
        #expect(truncated.map(\.computed) == ["59.3%"])
    }

    @Test func `halves may go to the even digit or up`() {
        // 1/16 = 6.25 %.
        let words = [62, 63].map { units in
            PrintedPercent(units: units, decimals: 1).agreement(part: 1, whole: 16)
        }
        #expect(words == [.rounded, .rounded])
    }

    @Test func `one count alone must be able to give the rate`() throws {
        #expect(try ExaminingFixture.confirmed(.percent, "抽查24家，合格率95.8%。") == ["可行：23/24"])
        #expect(try ExaminingFixture.found(.percent, "抽查24家，合格率95.2%。") == ["95.2%"])
    }

    @Test func `rates of other things are left alone`() throws {
        #expect(try ExaminingFixture.found(.percent, "办结24件，其中属实18件，群众满意率98%。").isEmpty)
        #expect(try ExaminingFixture.found(.percent, "办案46件，同比增长15%，占比上升2.1%。").isEmpty)
    }

    @Test func `good days of a leap year are out of 366`() throws {
        #expect(try ExaminingFixture.confirmed(.days, "2024年，优良天数比率达69.1%。") == ["可行：253/366（2024年）"])
        #expect(try ExaminingFixture.found(.days, "2023年，优良天数比率达69.1%。") == ["69.1%"])
        #expect(try ExaminingFixture.confirmed(.days, "2020年优良天数309天，优良天数比例为84.4%。") == ["309/366（2020年）"])
    }

    @Test func `a rate that fits fewer valid days is a warning, one that fits none an error`() throws {
        let fewer = try ExaminingFixture.examine(["2020年优良天数309天，优良天数比例为84.7%。"]).findings
        #expect(fewer.map(\.severity) == [.warning])
        let none = try ExaminingFixture.examine(["2022年7月优良天数18天，优良天数比率61.0%。"]).findings
        #expect(none.map(\.severity) == [.error])
        #expect(none.map(\.computed) == ["58.1%"])
    }

    @Test func `a month has no more good days than days`() throws {
        #expect(try ExaminingFixture.found(.days, "2022年7月优良天数32天。") == ["32天"])
        #expect(try ExaminingFixture.found(.days, "2022年7月优良天数31天。").isEmpty)
    }

    @Test func `weights with the rate's name are no rates`() throws {
        #expect(try ExaminingFixture.found(.days, "2022年7月，按照PM2.5改善率和优良天数比率排名位次数值各占30%和70%的权重排名。").isEmpty)
    }

    @Test func `points of change follow from the days`() throws {
        let right = "2022年7月优良天数18天，同比减少1天；优良天数比率58.1%，同比下降3.2个百分点。"
        #expect(try ExaminingFixture.found(.change, right).isEmpty)
        #expect(try ExaminingFixture.confirmed(.change, right).count == 1)
        let wrong = "2022年7月优良天数18天，同比减少1天；优良天数比率58.1%，同比上升3.2个百分点。"
        #expect(try ExaminingFixture.found(.change, wrong) == ["3.2个百分点"])
    }

    @Test func `a change between two values is recomputed`() throws {
        #expect(try ExaminingFixture.confirmed(.change, "处罚决定由50件下降到46件，下降8.0%。") == ["50件 → 46件：8.0%"])
        #expect(try ExaminingFixture.found(.change, "处罚决定由50件下降到46件，下降8.7%。") == ["8.7%"])
        #expect(try ExaminingFixture.found(.change, "处罚决定由46件下降到50件。") == ["46件下降到50件"])
        #expect(try ExaminingFixture.found(.change, "立案46件，上年同期40件，同比增长15%。").isEmpty)
        #expect(try ExaminingFixture.found(.change, "立案46件，上年同期40件，同比增长25%。") == ["25%"])
    }

    @Test func `a change must be possible for the printed value`() throws {
        #expect(try ExaminingFixture.confirmed(.change, "综合指数3.15，同比上升0.3%。") == ["可行：上期 3.14"])
        #expect(try ExaminingFixture.found(.change, "综合指数3.15，同比上升0.5%。") == ["0.5%"])
        #expect(try ExaminingFixture.confirmed(.change, "PM2.5浓度同比改善9.1%。") == ["可行：11→10、22→20、33→30"])
    }

    @Test func `a difference and its percentage give one value of before`() throws {
        let right = "2024年受理举报560件，较去年减少45件，下降7.4%。"
        #expect(try ExaminingFixture.confirmed(.change, right) == ["45/605：7.4%"])
        #expect(try ExaminingFixture.found(.change, right).isEmpty)
        #expect(try ExaminingFixture.found(.change, "2024年受理举报560件，较去年减少45件，下降8.0%。") == ["8.0%"])
        #expect(try ExaminingFixture.found(.change, "2024年受理举报560件，较去年减少45件，上升7.4%。").count == 1)
        #expect(try ExaminingFixture.found(.change, "2024年立案46件，同比增加6件，占受理的3.1%。").isEmpty)
    }

    @Test func `a share right behind good days is out of the days of the period`() throws {
        #expect(try ExaminingFixture.confirmed(.days, "2024年优良天数271天，占比74.0%。") == ["271/366（2024年）"])
        #expect(try ExaminingFixture.found(.days, "2024年优良天数271天，占比75.0%。") == ["75.0%"])
        #expect(try ExaminingFixture.found(.percent, "2024年优良天数271天，占比74.0%。").isEmpty)
    }

    @Test func `words of rise and fall agree`() throws {
        #expect(try ExaminingFixture.found(.change, "PM10浓度同比上升，降幅为2.6%。") == ["降幅"])
        #expect(try ExaminingFixture.found(.change, "PM10浓度同比上升，升幅为2.6%。").isEmpty)
        #expect(try ExaminingFixture.found(.change, "立案同比下降-3.2%。") == ["下降-3.2%"])
    }
}
