import Standards
import Testing

/// Spearman's rank correlation over periods, exact.
struct TrendTestTests {
    private func rule() throws -> TrendTestRule {
        let level: Rational = try Rational(numerator: 5, denominator: 100)
        let table: [Int: Rational] = [
            5: try Rational(numerator: 9, denominator: 10), 6: try Rational(numerator: 829, denominator: 1000),
        ]
        return try TrendTestRule(id: "T", title: "", minimumCount: 5, critical: [level: table])
    }

    private func test(_ values: [Rational]) throws -> TrendTestRule.Result {
        try rule().test(values, level: Rational(numerator: 5, denominator: 100))
    }

    @Test
    func `an unbroken rise is one, an unbroken fall minus one`() throws {
        let rise = try test([1, 2, 3, 5, 9])
        #expect(rise.coefficient == 1)
        #expect(rise.verdict == .rising)
        let fall = try test([9, 5, 3, 2, 1])
        #expect(fall.coefficient == -1)
        #expect(fall.verdict == .falling)
        #expect(fall.squares == 40)
    }

    @Test
    func `the critical value itself is significant`() throws {
        // Two neighbours exchanged: Σd² = 2, r = 1 − 12/120 = 9/10.
        let result = try test([1, 2, 3, 5, 4])
        #expect(result.coefficient.description == "9/10")
        #expect(result.verdict == .rising)
        // Σd² = 4: r = 4/5 is below it.
        let weak = try test([2, 1, 3, 5, 4])
        #expect(weak.coefficient.description == "4/5")
        #expect(weak.verdict == .notSignificant)
    }

    @Test
    func `equal values share the mean of their ranks`() throws {
        let result = try test([1, 2, 2, 4, 5])
        // Ranks 1, 2.5, 2.5, 4, 5: Σd² = 1/4 + 1/4.
        #expect(result.squares.description == "1/2")
        #expect(result.coefficient.description == "39/40")
        #expect(result.hasTies)
        #expect(try !test([1, 2, 3, 4, 5]).hasTies)
        #expect(try test([3, 3, 3, 3, 3]).squares == 10)
    }

    @Test
    func `a number of periods the table lacks is said and not interpolated`() throws {
        let result = try test([1, 2, 3, 4, 5, 6, 7])
        #expect(result.verdict == .notInTable)
        #expect(result.critical == nil)
        #expect(throws: StandardsError(.wrongCount, subject: "periods", value: "4")) { try test([1, 2, 3, 4]) }
        #expect(throws: StandardsError.self) { try rule().test([1, 2, 3, 4, 5], level: 1) }
    }

    @Test
    func `turning the order of periods round turns the sign`() throws {
        let values: [Rational] = [3, 8, 1, 9, 4, 7]
        #expect(try test(values).coefficient == -test(values.reversed()).coefficient)
    }
}
