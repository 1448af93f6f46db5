import Standards
import Testing

struct AirIndexTests {
    @Test(arguments: Edition.allCases, [true, false])
    func `IAQI is the exact ceiling at and around every knot`(edition: Edition, isHourly: Bool) throws {
        let rule = try edition.rule
        let tables = isHourly ? AirTables.hourly(edition) : AirTables.daily(edition)
        for (item, knots) in tables {
            // One published unit, and one unit in the last place that the 2012 rule can see.
            let steps: [ExactDecimal] = item == .co ? ["0.1", "0.0001", "0.000001"] : ["1", "0.0001", "0.000001"]
            for knot in knots {
                for step in steps {
                    for value in [try ExactDecimal(knot) - step, ExactDecimal(knot), try ExactDecimal(knot) + step] {
                        guard !value.isNegative else { continue }
                        try check(rule, item, value, isHourly: isHourly, edition)
                    }
                }
            }
        }
    }

    @Test(arguments: Edition.allCases, [true, false])
    func `every published concentration has the index of the formula`(edition: Edition, isHourly: Bool) throws {
        let rule = try edition.rule
        for (item, knots) in isHourly ? AirTables.hourly(edition) : AirTables.daily(edition) {
            let tenths = item == .co ? 10 : 1
            let last = (knots.last ?? 0) * tenths
            let above = AirTables.above(item, isHourly: isHourly, edition)
            var wrong: [Int] = []
            var previous = 0
            for digits in 0...last + 3 {
                let value = try #require(ExactDecimal(significand: Int64(digits), scale: item == .co ? 1 : 0))
                let found = judge(rule, item, value, isHourly: isHourly).iaqi(item)
                let expected = digits > last ? above : formula(digits, knots: knots.map { $0 * tenths })
                if found != expected || (digits <= last && found ?? 0 < previous) { wrong.append(digits) }
                previous = found ?? previous
            }
            #expect(wrong.isEmpty, "\(edition) \(isHourly ? "1 h" : "24 h") \(item.displayName)")
        }
    }

    /// The formula of the standard on whole numbers, written without a division that could round.
    private func formula(_ value: Int, knots: [Int]) -> Int? {
        guard let upper = knots.indices.dropFirst().first(where: { value <= knots[$0] }) else { return nil }
        let width = knots[upper] - knots[upper - 1]
        let rise = (AirTables.index[upper] - AirTables.index[upper - 1]) * (value - knots[upper - 1])
        var index = AirTables.index[upper - 1]
        while (index - AirTables.index[upper - 1]) * width < rise { index += 1 }
        return index
    }

    @Test(arguments: Edition.allCases)
    func `IAQI at a knot is the index of the knot`(edition: Edition) throws {
        let rule = try edition.rule
        for isHourly in [true, false] {
            for (item, knots) in isHourly ? AirTables.hourly(edition) : AirTables.daily(edition) {
                for (position, knot) in knots.enumerated() {
                    let result = judge(rule, item, ExactDecimal(knot), isHourly: isHourly)
                    #expect(result.iaqi(item) == AirTables.index[position])
                }
            }
        }
    }

    @Test
    func `the same number written with more decimals has the same index`() throws {
        for edition in Edition.allCases {
            let rule = try edition.rule
            for text in ["35", "35.0", "35.0000", "35.000000000000000000"] where ExactDecimal(text) != nil {
                let value = try #require(ExactDecimal(text))
                #expect(rule.hourly(.only(.pm25, value)).iaqi(.pm25) == 50)
            }
            #expect(rule.hourly(.only(.co, "5.00000")).iaqi(.co) == 50)
            #expect(rule.hourly(.only(.pm25, ExactDecimal(Int.max))).iaqi(.pm25) == 500)
            #expect(rule.hourly(.only(.pm25, "9.223372036854775807")).iaqi(.pm25) == (edition == .y2012 ? 14 : 13))
        }
    }

    @Test
    func `from 2026 a concentration is rounded half to even before its index`() throws {
        let old = try Edition.y2012.rule
        let new = try Edition.y2026.rule
        #expect(old.hourly(.only(.no2, "100.4")).iaqi(.no2) == 51)
        #expect(new.hourly(.only(.no2, "100.4")).iaqi(.no2) == 50)
        #expect(new.hourly(.only(.no2, "100.5")).iaqi(.no2) == 50)
        #expect(new.hourly(.only(.no2, "101.5")).iaqi(.no2) == 51)
        #expect(new.hourly(.only(.co, "5.05")).iaqi(.co) == 50)
        #expect(new.hourly(.only(.co, "5.15")).iaqi(.co) == 52)
    }

    private func judge(
        _ rule: AirIndexRule, _ item: AirItem, _ value: ExactDecimal, isHourly: Bool
    ) -> AirIndexResult {
        isHourly ? rule.hourly(.only(item, value)) : rule.daily(.only(item, value))
    }

    private func check(
        _ rule: AirIndexRule, _ item: AirItem, _ value: ExactDecimal, isHourly: Bool, _ edition: Edition
    ) throws {
        let knots = (isHourly ? AirTables.hourly(edition) : AirTables.daily(edition))[item] ?? []
        var judged = value
        if edition == .y2026 {
            let decimals = item == .co ? 1 : 0
            if value.scale > decimals { judged = try value.rounded(decimals: decimals) }
        }
        let expected = try AirTables.iaqi(judged, knots: knots) ?? AirTables.above(item, isHourly: isHourly, edition)
        let result = judge(rule, item, value, isHourly: isHourly)
        #expect(result.iaqi(item) == expected, "\(edition) \(isHourly ? "1 h" : "24 h") \(item.displayName) \(value)")
    }
}
