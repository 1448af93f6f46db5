import Catalog
import Judging
import Standards
import Testing

/// Where replaced values come from, in words.
struct DischargeExplanationTests {
    private let rules: [RuleCitation]
    private let rule: EmissionReplacementRule
    private let start = Instant(beijing: CivilDate(year: 2026, month: 3, day: 2) ?? .first)

    init() throws {
        let catalog = try JudgedText.catalog.get()
        let version = try #require(
            catalog.versions(of: .emissionReplacement).first { $0.header.id == "HJ356-2019-replacement" })
        rules = [RuleCitation(version.header)]
        rule = version.rule
    }

    private func explained(_ values: [Int?]) throws -> [Explanation] {
        let hours = values.enumerated().map { index, value in
            EmissionHour(
                start: start.adding(seconds: index * 3_600), value.map { .measured(Rational($0)) } ?? .invalid)
        }
        return try rule.filled(hours, item: DischargeItem(rawValue: "cod"))
            .map { DischargeExplanation.filled($0, name: "化学需氧量", unit: "mg/L", rules: rules) }
    }

    @Test
    func `a replaced value names its hours and its way, and that it is never judged`() throws {
        let last = try #require(try explained([40, 50, nil, nil]).last)
        #expect(last.steps.map(\.tableRow) == ["2026-03-02T00:00:00+08:00—2026-03-02T01:00:00+08:00 起的 2 个小时"])
        #expect(last.steps.map(\.formula) == ["此前等长有效时段 2 小时的算术平均值"])
        #expect(last.conclusion == "替代 45 mg/L")
        #expect(last.remarks == ["替代值只用于排放量统计，不用于超标评价"])
        #expect(last.rules.map(\.id) == ["HJ356-2019-replacement"])
    }

    @Test
    func `measured hours and gaps that stay say so`() throws {
        let found = try explained([nil, 40]).map(\.conclusion)
        #expect(found == ["此前没有连续 1 小时均有效的时段，不替代", "实测 40 mg/L"])
    }

    @Test
    func `every reason for a gap has a sentence of its own`() {
        let reasons: [FilledHour.Reason] = [
            .rateTooLow(0), .noRate, .tooFewHours(1, needed: 2), .noValidPeriod(hours: 3), .gapTooLong(25, limit: 24),
            .noNeighbour,
        ]
        #expect(Set(reasons.map { DischargeWords.sentence($0) }).count == reasons.count)
        let third = (try? Rational(1) / 3) ?? 0
        #expect(DischargeWords.sentence(.rateTooLow(third)) == "季度有效数据捕集率 33.33 % 低于下限，不替代，须用物料衡算或手工监测")
    }
}
