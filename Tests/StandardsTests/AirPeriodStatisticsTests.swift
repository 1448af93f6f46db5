import Standards
import Testing

/// Validity, attainment and further statistics of periods after HJ 663.
struct AirPeriodStatisticsTests {
    private let rule: AirStatisticsRule
    private let limits: AirQualityLimits

    init() throws {
        rule = try AirStatisticsFixture.rule(movingYears: 3)
        limits = try AirStatisticsFixture.limits()
    }

    private func period(_ kind: AirPeriod.Kind, _ day: String) throws -> AirPeriod {
        let date = try #require(CivilDate(day))
        return try #require(AirPeriod(kind, containing: date))
    }

    /// A period with a value every day but for the given number of days lacking at the end of each month.
    private func statistics(
        _ period: AirPeriod, lacking: [Int: Int] = [:], value: ExactDecimal = 30, item: AirItem = .pm25
    ) throws -> AirItemStatistics {
        var days: [ExactDecimal?] = []
        for month in period.months {
            let present = month.daysInMonth - lacking[month.month, default: 0]
            days += (0..<month.daysInMonth).map { $0 < present ? value : nil }
        }
        return try rule.statistics(of: item, days: days, in: period)
    }

    @Test
    func `a month needs 27 days and February 25`() throws {
        let march = try period(.month, "2026-03-01")
        #expect(try statistics(march, lacking: [3: 4]).isValid)
        #expect(try !statistics(march, lacking: [3: 5]).isValid)
        let february = try period(.month, "2026-02-01")
        #expect(try statistics(february, lacking: [2: 3]).isValid)
        #expect(try !statistics(february, lacking: [2: 4]).isValid)
    }

    @Test(arguments: [AirPeriod.Kind.quarter, .half, .season])
    func `longer periods need every month`(kind: AirPeriod.Kind) throws {
        let found = try period(kind, "2026-02-01")
        #expect(try statistics(found, lacking: [1: 4, 2: 3, 3: 4]).isValid)
        let short = try statistics(found, lacking: [1: 4, 2: 4, 3: 4])
        #expect(!short.isValid)
        #expect(short.shortMonths == [CivilDate("2026-02-01")])
    }

    @Test
    func `a year needs 324 days and every month`() throws {
        let year = try period(.year, "2026-01-01")
        // 365 − 41 = 324, no month below its own number.
        var lacking = [1: 4, 2: 3, 3: 4, 4: 3, 5: 4, 6: 3, 7: 4, 8: 4, 9: 3, 10: 4, 11: 3, 12: 2]
        let enough = try statistics(year, lacking: lacking)
        #expect(enough.mean.validCount == 324)
        #expect(enough.isValid)
        lacking[12] = 3
        let short = try statistics(year, lacking: lacking)
        #expect(short.mean.validCount == 323)
        #expect(!short.isValid)
        #expect(short.shortMonths == [])
        #expect(try !statistics(year, lacking: [6: 4]).isValid, "June has 26 days")
    }

    @Test
    func `one element a day is asked for`() throws {
        let march = try period(.month, "2026-03-01")
        #expect(throws: StandardsError(.wrongCount, subject: "days", value: "30")) {
            try rule.statistics(of: .so2, days: [ExactDecimal?](repeating: 1, count: 30), in: march)
        }
    }

    @Test
    func `mean and percentile are exact and the same from decimals and fractions`() throws {
        let march = try period(.month, "2026-03-01")
        let days: [ExactDecimal?] = (0..<31).map { $0 == 3 ? nil : ExactDecimal($0 * $0) }
        let decimals = try rule.statistics(of: .pm25, days: days, in: march)
        let fractions = try rule.statistics(of: .pm25, days: days.map { $0.map { $0.rational } }, in: march)
        #expect(decimals == fractions)
        #expect(decimals.mean.mean == (try Rational(numerator: 9446, denominator: 30)))
        // n = 30: k = 28.55, between 28² and 29².
        #expect(decimals.percentile == (try Rational(784) + Rational(numerator: 57 * 55, denominator: 100)))
    }

    @Test
    func `excluded days count as measured but not in the statistics`() throws {
        let march = try period(.month, "2026-03-01")
        var days = [ExactDecimal?](repeating: 50, count: 31)
        for day in 0..<6 { days[day] = 600 }
        let measured = try rule.statistics(of: .pm10, days: days, in: march)
        let left = try rule.statistics(of: .pm10, days: days, excluding: [0, 1, 2, 3, 4, 5], in: march)
        let mean = try #require(measured.mean.mean)
        #expect(mean > 50)
        #expect(left.mean.mean == 50)
        #expect(left.mean.validCount == 25)
        #expect(left.isValid, "31 days were measured")
    }

    @Test
    func `a year meets the standard when mean and percentile of all six do, after rounding`() throws {
        func attainment(_ values: [AirItem: ExactDecimal]) throws -> AirAttainment {
            let year = try period(.year, "2025-01-01")
            var found: [AirItem: AirItemStatistics] = [:]
            for (item, value) in values { found[item] = try statistics(year, value: value, item: item) }
            return try rule.attainment(found, limits: limits, scope: .annual)
        }
        let atLimit: [AirItem: ExactDecimal] = [.so2: 60, .no2: 40, .pm10: 70, .pm25: "35.5", .co: 4, .o3: 160]
        var values = atLimit
        values[.pm25] = "35.4"
        let met = try attainment(values)
        #expect(met.isAttained == true)
        #expect(met.checks.count == 10)
        // 35.5 is rounded to even before it is compared: 36.
        let above = try attainment(atLimit)
        #expect(above.isAttained == false)
        #expect(above.exceedingItems == AirItemSet(.pm25))
        #expect(above.checks.first { $0.exceeds }?.multiple?.description == "0.03")
        values[.co] = nil
        #expect(try attainment(values).isAttained == nil)
        #expect(try attainment(values).undetermined == AirItemSet(.co))
        values[.o3] = 161
        #expect(try attainment(values).isAttained == false, "one item above is enough, whatever is missing")
    }

    @Test
    func `the percentile alone can fail a year but not a bulletin`() throws {
        let year = try period(.year, "2025-01-01")
        let days: [ExactDecimal?] = (0..<365).map { $0 < 20 ? 90 : 20 }
        let found = [AirItem.pm25: try rule.statistics(of: .pm25, days: days, in: year)]
        let annual = try rule.attainment(found, limits: limits, scope: .annual)
        let bulletin = try rule.attainment(found, limits: limits, scope: .bulletin)
        #expect(annual.checks.map(\.statistic) == [.mean, .percentile])
        #expect(annual.checks.map(\.exceeds) == [false, true])
        #expect(bulletin.checks.map(\.statistic) == [.mean])
        #expect(bulletin.isAttained == nil)
    }

    @Test
    func `the moving mean needs all of its years`() throws {
        let mean = try rule.movingMean(ofYears: [30, 31, 34])
        #expect(mean.validMean == (try Rational(numerator: 95, denominator: 3)))
        #expect(try rule.movingMean(ofYears: [30, nil, 34]).validMean == nil)
        #expect(throws: StandardsError.self) { try rule.movingMean(ofYears: [30, 31]) }
        #expect(throws: StandardsError.self) {
            try AirStatisticsFixture.rule().movingMean(ofYears: [30, 31, 34])
        }
    }

    @Test
    func `the area's ozone is the mean of the points' maxima or, by the file, the maximum of the area's hours`() throws
    {
        // One point peaks in the morning, the other in the afternoon: the area itself never reaches either.
        let points: [[ExactDecimal?]] = [(8, 100), (16, 140)].map { start, value in
            (0..<24).map { $0 >= start && $0 < start + 8 ? ExactDecimal(value) : 20 }
        }
        #expect(try rule.areaOzone(ofPointHours: points).validMean == 120)
        let ofHours = try AirStatisticsFixture.rule(areaOzone: .hoursOfArea)
        #expect(try ofHours.areaOzone(ofPointHours: points).validMean == 80)
        #expect(try rule.areaOzone(ofPointHours: [points[0], Array(repeating: nil, count: 24)]).validMean == 100)
        #expect(throws: StandardsError(.wrongCount, subject: "hours", value: "23")) {
            try rule.areaOzone(ofPointHours: [Array(points[0].dropLast())])
        }
    }

    @Test(arguments: [(17, 28, "60.7"), (22, 31, "71.0"), (18, 31, "58.1"), (16, 30, "53.3"), (13, 31, "41.9")])
    func `published shares of good days come out`(good: Int, valid: Int, rate: String) throws {
        #expect(try rule.rate(good, of: valid)?.description == rate)
        #expect(try rule.rate(0, of: 0) == nil)
    }

    @Test
    func `good and bad days add up to the valid days`() {
        var chance = SplitMix(seed: 100)
        for _ in 0..<50 {
            var count = AirDayCount(goodUpTo: 100)
            let days = (0..<365).map { _ in Bool.random(using: &chance) ? Int.random(in: 1...500, using: &chance) : nil
            }
            for aqi in days { count.add(aqi: aqi) }
            #expect(count.good + count.bad == days.compactMap(\.self).count)
            #expect(count.valid == count.good + count.bad)
            #expect(count.good == days.count { $0 ?? 501 <= 100 })
        }
    }

    @Test
    func `a mean lies between the smallest and the largest value and rounding twice changes nothing`() throws {
        var chance = SplitMix(seed: 31)
        let march = try period(.month, "2026-03-01")
        for _ in 0..<100 {
            let days: [ExactDecimal?] = (0..<31).map { _ in
                Int.random(in: 0..<8, using: &chance) == 0 ? nil : ExactDecimal(Int.random(in: 0...300, using: &chance))
            }
            let found = try rule.statistics(of: .no2, days: days, in: march)
            guard let mean = found.mean.mean, let low = days.compactMap(\.self).min(),
                let high = days.compactMap(\.self).max()
            else { continue }
            #expect(mean >= low.rational && mean <= high.rational)
            let published = try rule.published(mean, of: .no2)
            #expect(try rule.published(published.rational, of: .no2) == published)
        }
    }
}
