import Standards
import Testing

struct PercentileTests {
    private static let tens = (1...10).map { ExactDecimal($0 * 10) }

    @Test(arguments: [(50, "55"), (90, "91"), (95, "191/2"), (98, "491/5"), (0, "10"), (100, "100")])
    func `between two values the percentile lies on a straight line`(percent: Int, value: String) throws {
        let found = try #require(try Percentile.exact(ofSorted: Self.tens, percent: Rational(percent)))
        #expect(found.description == value)
        #expect(try Percentile.exact(ofSorted: Self.tens.map(\.rational), percent: Rational(percent)) == found)
    }

    @Test(arguments: [
        (365, ["328.6", "346.8", "357.72"]), (366, ["329.5", "347.75", "358.70"]), (31, ["28.0", "29.5", "30.4"]),
        (30, ["27.1", "28.55", "29.42"]), (28, ["25.3", "26.65", "27.46"]),
    ])
    func `the position is one plus p times n less one`(count: Int, positions: [String]) throws {
        for (percent, text) in zip([90, 95, 98], positions) {
            let position = Percentile.position(percent: Rational(percent), count: count)
            let expected = try #require(ExactDecimal(text))
            #expect(position == expected.rational)
        }
    }

    @Test
    func `one value is every percentile and none is none`() throws {
        #expect(try Percentile.exact(ofSorted: [7 as ExactDecimal], percent: 98) == 7)
        #expect(try Percentile.exact(ofSorted: [ExactDecimal](), percent: 98) == nil)
        #expect(throws: StandardsError(.valueOutOfRange, subject: "percent", value: "101")) {
            try Percentile.exact(ofSorted: Self.tens, percent: 101)
        }
        #expect(throws: StandardsError.self) { try Percentile.exact(ofSorted: Self.tens, percent: -1) }
    }

    @Test
    func `percentiles rise with p and stay between the smallest and the largest value`() throws {
        var chance = SplitMix(seed: 95)
        for _ in 0..<100 {
            let count = Int.random(in: 1...366, using: &chance)
            let values = (0..<count).map { _ in ExactDecimal(Int.random(in: 0...300, using: &chance)) }.sorted()
            var before = values[0].rational
            for percent in [0, 5, 50, 90, 95, 98, 100] {
                let value = try #require(try Percentile.exact(ofSorted: values, percent: Rational(percent)))
                #expect(value >= before)
                before = value
            }
            #expect(before == values[count - 1].rational)
        }
    }
}
