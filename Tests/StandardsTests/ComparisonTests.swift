import Standards
import Testing

struct ComparisonTests {
    private let rule: ComparisonRule

    init() throws {
        rule = try ComparisonRule(
            id: "", title: "", percentDecimals: 1, words: [.rising: "上升", .falling: "下降", .equal: "持平"])
    }

    @Test(arguments: [
        ("2.89", "2.63", "-9.0", Comparison.Direction.falling), ("40", "42", "5.0", .rising),
        ("35", "35", "0.0", .equal),
        ("20", "21", "5.0", .rising), ("19", "23", "21.1", .rising), ("35.0", "35", "0.0", .equal),
        ("8", "7", "-12.5", .falling),
    ])
    func `concentrations and indices are compared in per cent`(
        before: String, now: String, percent: String, direction: Comparison.Direction
    ) throws {
        let found = try rule.change(
            from: try #require(ExactDecimal(before)), to: try #require(ExactDecimal(now)))
        #expect(found.percent?.description == percent)
        #expect(found.direction == direction)
    }

    @Test
    func `shares are compared in points and days by subtraction`() throws {
        let share = try rule.difference(from: "66.9", to: "71.0")
        #expect(share.difference.description == "4.1")
        #expect(share.percent == nil)
        #expect(try rule.difference(from: 22, to: 17).difference == -5)
        #expect(try rule.difference(from: 22, to: 22).direction == .equal)
    }

    @Test
    func `from zero there is no per cent but a direction`() throws {
        let found = try rule.change(from: 0, to: 3)
        #expect(found.percent == nil)
        #expect(found.direction == .rising)
    }

    @Test
    func `a direction without a word is refused`() {
        #expect(throws: StandardsError(.invalidRule, subject: "equal")) {
            try ComparisonRule(id: "", title: "", percentDecimals: 1, words: [.rising: "上升", .falling: "下降"])
        }
    }
}
