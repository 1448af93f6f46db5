import Monitoring
import Standards
import Testing

struct MomentsTests {
    @Test(arguments: [
        ("2", 4, "1.4142"), ("0", 3, "0.000"), ("0.25", 1, "0.5"), ("6.25", 0, "2"), ("12.25", 0, "4"),
        ("99.999", 2, "10.00"),
    ])
    func `a root is rounded once, ties to the even digit`(square: String, decimals: Int, root: String) throws {
        let found = try SquareRoot.rounded(Rational(AnalysisFixture.decimal(square)), decimals: decimals)
        #expect(found.description == root)
    }

    @Test func `mean and variance are those computed by hand`() {
        var moments = Moments()
        for value in ["2", "4", "4", "4", "5", "5", "7", "9"] { moments.add(AnalysisFixture.decimal(value)) }
        #expect(moments.mean == 5)
        // Squares of deviations: 9+1+1+1+0+0+4+16 = 32, over 7.
        #expect(moments.variance == (try? Rational(numerator: 32, denominator: 7)))
        #expect(moments.halfWidth(decimals: 2, least: 9) == nil)
        // 1.96 · √(32/7/8) = 1.4816…
        #expect(moments.halfWidth(decimals: 2, least: 8) == AnalysisFixture.decimal("1.48"))
    }

    @Test func `fractions and decimals count alike`() throws {
        var moments = Moments()
        moments.add(AnalysisFixture.decimal("1.5"))
        moments.add(try Rational(numerator: 1, denominator: 3))
        #expect(moments.count == 2)
        #expect(moments.mean == (try Rational(numerator: 11, denominator: 12)))
        #expect(moments.variance == (try Rational(numerator: 49, denominator: 72)))
    }

    @Test func `an interval of Wilson is that of scipy, and nothing is said of an empty sample`() throws {
        #expect(ProportionInterval(0, of: 0) == nil)
        #expect(ProportionInterval(3, of: 2) == nil)
        // scipy 1.17.1, stats.binomtest(k, n).proportion_ci(method='wilson'), which takes 1.959964 for 1.96.
        for (part, whole, lower, upper) in [
            (0, 10, "0.0000", "0.2775"), (3, 10, "0.1078", "0.6032"), (1, 250, "0.0007", "0.0223"),
            (10, 10, "0.7225", "1.0000"), (47, 60, "0.6638", "0.8688"),
        ] {
            let found = try #require(ProportionInterval(part, of: whole))
            #expect(try found.lower.rounded(decimals: 4).description == lower)
            #expect(try found.upper.rounded(decimals: 4).description == upper)
        }
    }
}
