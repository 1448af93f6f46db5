import Standards
import Testing

struct AirStatisticsTests {
    private let rule: AirStatisticsRule

    init() throws {
        rule = try AirStatisticsRule(
            id: "HJ663", title: "", minimumHours: 20,
            eightHour: .init(
                minimumHours: 6, firstEnd: 8, lastEnd: 24, minimumWindows: 14, limit: 160, limitDecimals: 0),
            pointShare: .init(
                share: Rational(numerator: 3, denominator: 4), smallGroupShare: Rational(numerator: 1, denominator: 2),
                smallGroupBelow: 4),
            periodDays: .init(month: 27, february: 25, year: 324), concentrationDecimals: [:], statisticDecimals: [:],
            evaluation: AirStatisticsFixture.evaluation())
    }

    @Test
    func `a day mean needs 20 hours and is exact`() throws {
        var hours = [ExactDecimal?](repeating: 10, count: 24)
        hours[0] = "10.1"
        let full = try rule.dayMean(ofHours: hours)
        #expect(full.mean?.description == "2401/240")
        #expect(full.validCount == 24)
        #expect(full.isValid)
        for hour in 4..<8 { hours[hour] = nil }
        #expect(try rule.dayMean(ofHours: hours).isValid)
        hours[8] = nil
        let short = try rule.dayMean(ofHours: hours)
        #expect(!short.isValid)
        #expect(short.validMean == nil)
        #expect(short.mean != nil)
        #expect(short.validCount == 19)
        #expect(throws: StandardsError(.wrongCount, subject: "hours", value: "23")) {
            try rule.dayMean(ofHours: Array(hours.dropLast()))
        }
    }

    @Test
    func `no hours give no mean`() throws {
        let none = try rule.dayMean(ofHours: Array(repeating: nil, count: 24))
        #expect(none.mean == nil)
        #expect(!none.isValid)
        #expect(try rule.ozoneDay(ofHours: Array(repeating: nil, count: 24)).maximum == nil)
    }

    @Test
    func `the ozone day is the largest of the means ending at 8 to 24`() throws {
        // The first seven hours are the highest of the day but belong to no window alone.
        var hours: [ExactDecimal?] = (1...24).map { ExactDecimal($0) }
        let rising = try rule.ozoneDay(ofHours: hours)
        #expect(rising.maximum?.description == "41/2")
        #expect(rising.endHour == 24)
        #expect(rising.validWindows == 17)
        hours = hours.reversed()
        let falling = try rule.ozoneDay(ofHours: hours)
        #expect(falling.maximum?.description == "41/2")
        #expect(falling.endHour == 8)
    }

    @Test
    func `a window needs 6 hours and the mean is over those present`() throws {
        var hours = [ExactDecimal?](repeating: nil, count: 24)
        for hour in 10..<15 { hours[hour] = 90 }
        #expect(try rule.ozoneDay(ofHours: hours).maximum == nil)
        hours[15] = 30
        let day = try rule.ozoneDay(ofHours: hours)
        #expect(day.maximum == 80)
        #expect(day.endHour == 16)
        #expect(day.validWindows == 3)
        #expect(!day.isValid)
    }

    @Test
    func `a day with fewer than 14 windows counts only when its maximum exceeds the limit`() throws {
        func day(_ value: ExactDecimal, hours count: Int) throws -> OzoneDay {
            try rule.ozoneDay(ofHours: (0..<24).map { $0 < count ? value : nil })
        }
        // Hours 0 … 18 present: windows ending at 8 … 19 are complete, those at 20 and 21 still have 6 hours.
        #expect(try day(100, hours: 19).validWindows == 14)
        #expect(try day(100, hours: 19).isValid)
        #expect(try day(100, hours: 18).validWindows == 13)
        #expect(try !day(100, hours: 18).isValid)
        #expect(try !day(160, hours: 18).isValid)
        #expect(try !day("160.5", hours: 18).isValid, "160.5 rounds to 160 and does not exceed")
        #expect(try day("160.6", hours: 18).isValid)
        #expect(try day(161, hours: 18).validMaximum == 161)
    }

    @Test(arguments: [
        (1, 1, true), (1, 0, false), (2, 1, true), (3, 1, false), (3, 2, true), (4, 3, true), (4, 2, false),
        (5, 4, true), (5, 3, false), (8, 6, true), (0, 0, false),
    ])
    func `an area needs 75 % of its points, half of fewer than four`(points: Int, valid: Int, isValid: Bool) {
        let mean = rule.areaMean(ofPoints: (0..<points).map { $0 < valid ? 30 : nil })
        #expect(mean.isValid == isValid)
        #expect(mean.mean == (valid == 0 ? nil : 30))
        #expect(mean.expectedCount == points)
    }

    @Test
    func `a month needs 27 days, February 25`() throws {
        func isValid(_ month: String, _ valid: Int) throws -> Bool {
            let date = try #require(CivilDate(month + "-01"))
            return try rule.monthMean(ofDays: (0..<date.daysInMonth).map { $0 < valid ? 40 : nil }, month: date).isValid
        }
        #expect(try isValid("2026-03", 27))
        #expect(try !isValid("2026-03", 26))
        #expect(try isValid("2026-02", 25))
        #expect(try !isValid("2024-02", 24))
        #expect(throws: StandardsError.self) {
            try rule.monthMean(ofDays: [40], month: #require(CivilDate("2026-03-01")))
        }
    }
}
