import Standards
import Testing

struct RationalTests {
    @Test(arguments: [
        ("7/3", "7/3"), ("-14/6", "-7/3"), ("14/-6", "-7/3"), ("12", "12"), ("-0", "0"), ("0/5", "0"), ("0.35", "7/20"),
        ("-1.50", "-3/2"), ("1e3", "1000"),
        ("123456789012345678901234567890/3", "41152263004115226300411522630"),
    ])
    func `fractions are read, reduced and printed`(text: String, printed: String) throws {
        let value = try #require(Rational(text))
        #expect(value.description == printed)
        #expect(Rational(value.description) == value)
    }

    @Test(arguments: ["", "/", "1/", "/2", "1/0", "a", "1/2/3", "1 /2", "+1/2", "0x1/2", "1.5/2", "--1"])
    func `anything else is no fraction`(text: String) {
        #expect(Rational(text) == nil)
    }

    @Test
    func `thirds stay exact`() throws {
        let third = try Rational(numerator: 1, denominator: 3)
        #expect(third + third + third == 1)
        #expect(try third / third == 1)
        #expect(third * 3 - 1 == 0)
        #expect(-third < third)
        #expect(third.exactDecimal == nil)
        #expect(Rational("7/20")?.exactDecimal == "0.35")
        #expect(throws: StandardsError.self) { try third / .zero }
        #expect(throws: StandardsError.self) { try Rational(numerator: 1, denominator: 0) }
    }

    @Test(arguments: [("7/3", 3, 2), ("-7/3", -2, -3), ("2", 2, 2), ("-2", -2, -2), ("0", 0, 0), ("1/1000000", 1, 0)])
    func `ceiling and floor are whole numbers`(text: String, ceiling: Int, floor: Int) throws {
        let value = try #require(Rational(text))
        #expect(try value.ceiling == ceiling)
        #expect(try value.floor == floor)
    }

    @Test
    func `a third is rounded once from its exact value`() throws {
        #expect(try Rational(numerator: 2, denominator: 3).rounded(decimals: 2).description == "0.67")
        #expect(try Rational(numerator: 1, denominator: 8).rounded(decimals: 2).description == "0.12")
        #expect(try Rational(numerator: 3, denominator: 8).rounded(decimals: 2).description == "0.38")
        #expect(try Rational(numerator: -1, denominator: 8).rounded(decimals: 2).description == "-0.12")
        #expect(try Rational(numerator: 1, denominator: 3000).rounded(decimals: 2, keepingOneDigit: true) == "0.0003")
        #expect(throws: StandardsError.self) { try Rational("100000000000000000000")?.rounded(decimals: 0) }
        #expect(throws: StandardsError.self) { try Rational("100000000000000000000")?.ceiling }
    }

    @Test
    func `a sum equals the sum of fractions also when it outgrows 128 bits`() throws {
        var random = SplitMix(seed: 5)
        for count in [1, 10, 300] {
            let values = (0..<count).map { _ in ExactDecimal.random(using: &random) }
            let sum = ExactSum(values)
            let expected = values.reduce(Rational.zero) { $0 + $1.rational }
            #expect(sum.total == expected)
            #expect(try sum.mean == expected / Rational(count))
        }
        var large = ExactSum()
        for _ in 0..<1_000 { large.add(ExactDecimal(Int.max)) }
        let hair: ExactDecimal = "0.000000000000000001"
        large.add(hair)
        #expect(large.total == Rational(Int.max) * 1_000 + hair.rational)
        #expect(ExactSum().mean == nil)
    }
}
