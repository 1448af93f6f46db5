import Standards
import Testing

@testable import Catalog

/// Means of periods, of sections and of points, by the rule files.
struct WaterPeriodTests {
    private let means: WaterMeanRule
    private let periods: WaterPeriodRule

    init() throws {
        let catalog = try ShippedRules.catalog.get()
        let day = try #require(CivilDate("2026-06-01"))
        means = try catalog.rule(.waterMeans, on: day)
        periods = try catalog.rule(.waterPeriods, on: day)
    }

    @Test(arguments: [
        (WaterPeriodLength.month, 0, false, false), (.month, 1, false, true), (.quarter, 1, false, false),
        (.quarter, 2, false, true), (.half, 1, false, true), (.half, 0, false, false), (.year, 11, false, false),
        (.year, 12, false, true), (.year, 8, true, true), (.year, 7, true, false), (.quarter, 1, true, false),
    ])
    func `a period needs its number of data`(length: WaterPeriodLength, count: Int, ice: Bool, expected: Bool) {
        #expect(periods.isEnough(count, for: length, hasIce: ice) == expected)
    }

    @Test
    func `a year is the mean of its months, a quarter that of its measurements`() throws {
        let months: [[WaterMeasurement]] = [[.measured(1), .measured(2), .measured(3)], [.measured(8)], []]
        #expect(try periods.mean(of: months, item: .codmn, over: .year, by: means).exact?.description == "5")
        #expect(try periods.mean(of: months, item: .codmn, over: .quarter, by: means).exact?.description == "7/2")
        #expect(try periods.mean(of: months, item: .codmn, over: .year, by: means).count == 4)
    }

    @Test
    func `a mean of means is made of the unrounded ones`() throws {
        // 0.1004 and 0.1006 round to 0.100 and 0.101; their mean is 0.1005, even digit 0.100.
        let two = try ["0.1004", "0.1006"].map { text in
            try means.mean(of: [.measured(#require(ExactDecimal(text)))], item: .tp)
        }
        #expect(try means.mean(ofMeans: two, item: .tp).value.description == "0.100")
        let below = try means.mean(of: [.belowLimit(#require(ExactDecimal("0.01")))], item: .tp)
        #expect(try means.mean(ofMeans: [below, two[0]], item: .tp).belowLimitCount == 1)
        #expect(throws: StandardsError(.noValues, subject: "tp")) { try means.mean(ofMeans: [], item: .tp) }
        #expect(throws: StandardsError(.unknownItem, subject: "algae")) {
            try means.mean(ofMeans: [below], item: .algae)
        }
    }

    @Test
    func `pH is averaged by hydrogen ion in every step`() throws {
        let texts = ["6.5", "7.9", "8.8", "9", "6.78", "8.87"]
        let values = try texts.map { try #require(ExactDecimal($0)) }
        #expect(try HydrogenIonMean.rounded(values, decimals: 2).description == "7.08")
        let months = values.map { [WaterMeasurement.measured($0)] }
        let whole = try periods.mean(of: [months.flatMap { $0 }], item: .ph, over: .month, by: means)
        let stepwise = try periods.mean(of: months, item: .ph, over: .year, by: means)
        #expect(stepwise.hydrogenShares == whole.hydrogenShares)
        #expect(stepwise.value == 7)
        #expect(try HydrogenIonMean.rounded(weights: stepwise.hydrogenShares, decimals: 4).description == "7.0803")
        // Months of different length: one value a third of the time weighs as its month, not as its count.
        let uneven = try periods.mean(
            of: [[.measured(6), .measured(6), .measured(6)], [.measured(8)]], item: .ph, over: .year, by: means)
        #expect(uneven.hydrogenShares[6]?.description == "1/2")
    }

    @Test
    func `weights as unlike as months of many lengths are rounded with proof`() throws {
        var shares: [ExactDecimal: Rational] = [:]
        for (index, count) in [743, 739, 733, 727, 719, 709, 701, 691, 683, 677, 673, 661].enumerated() {
            let value = try #require(ExactDecimal(significand: Int64(700 + index), scale: 2))
            shares[value] = try Rational(numerator: 1, denominator: count)
        }
        let mean = try HydrogenIonMean.rounded(weights: shares, decimals: 4)
        #expect(mean > 7 && mean < ExactDecimal("7.11") ?? 7)
        #expect(throws: StandardsError.self) { try HydrogenIonMean.rounded(weights: [7: 0], decimals: 2) }
    }

    @Test
    func `a mean lies between its smallest and its largest value`() throws {
        for seed in 1...40 {
            let values = (1...7).compactMap { ExactDecimal(significand: Int64(seed * $0 * 7_919 % 900), scale: 2) }
            let mean = try means.mean(of: values.map { .measured($0) }, item: .codmn)
            let exact = try #require(mean.exact)
            #expect(exact >= Rational(values.min() ?? 0) && exact <= Rational(values.max() ?? 0))
            let acids = (1...7).compactMap { ExactDecimal(significand: Int64(seed * $0 * 7_919 % 1_400), scale: 2) }
            let acid = try HydrogenIonMean.rounded(acids, decimals: 2)
            #expect(try acid >= #require(acids.min()) && acid <= #require(acids.max()))
        }
    }

    @Test(arguments: [
        ("2026-05-17", "2026-05-01", "2026-04-01", "2026-01-01", "2026-01-01"),
        ("2026-12-31", "2026-12-01", "2026-10-01", "2026-07-01", "2026-01-01"),
    ])
    func `periods begin with their first month`(
        day: String, month: String, quarter: String, half: String, year: String
    ) throws {
        let date = try #require(CivilDate(day))
        let starts = WaterPeriodLength.allCases.map { $0.start(of: date).description }
        #expect(starts == [month, quarter, half, year])
    }

    /// Critical values of the rank correlation as printed; others there are none.
    @Test
    func `the trend test has its critical values and no others`() throws {
        let rule = try ShippedRules.catalog.get()
            .rule(.trendTest, on: #require(CivilDate("2026-06-01")))
        let five = "5 0.900 6 0.829 7 0.714 8 0.643 9 0.600 10 0.564 12 0.506 14 0.456 16 0.425 18 0.399 20 0.377"
        let one = "5 1.000 6 0.943 7 0.893 8 0.833 9 0.783 10 0.746"
        for (level, printed) in [(Rational("1/20"), five), (Rational("1/100"), one)] {
            let level = try #require(level)
            let table = try #require(rule.critical[level])
            let found = try table.sorted { $0.key < $1.key }.map { "\($0.key) \(try $0.value.rounded(decimals: 3))" }
            #expect(found.joined(separator: " ") == printed)
        }
        #expect(rule.minimumCount == 5)
        let level = try #require(Rational("1/20"))
        let eleven = try rule.test((1...11).map { Rational($0) }, level: level)
        #expect(eleven.coefficient == 1 && eleven.verdict == .notInTable)
    }
}
