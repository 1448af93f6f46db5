import Standards
import Testing

struct NoiseStatisticsTests {
    private let rule: NoiseStatisticsRule

    init() throws {
        rule = try NoiseStatisticsRule(id: "HJ640-2012-zones", title: "", levelDecimals: 1, rateDecimals: 1)
    }

    @Test
    func `of a hundred samples L10 is the tenth from the loud end, L50 the fiftieth, L90 the ninetieth`() throws {
        let samples = (1...100).map { ExactDecimal($0) }.shuffled()
        #expect(try ExceededLevel.levels([10, 50, 90], of: samples) == [91, 51, 11])
        // Ten percent of the samples reach L10.
        #expect(samples.count { $0 >= 91 } == 10)
    }

    @Test(arguments: [(1, "5 5 5"), (2, "6 6 5"), (9, "13 9 5"), (10, "14 10 6"), (11, "14 10 6")])
    func `with few samples the rank is rounded up`(count: Int, expected: String) throws {
        // 5, 6, 7 … from the quiet end.
        let samples = (0..<count).map { ExactDecimal(5 + $0) }
        let levels = try ExceededLevel.levels([10, 50, 90], of: samples)
        #expect(levels.map(\.description).joined(separator: " ") == expected)
    }

    @Test
    func `percentages that name no share are refused`() {
        for percent in [0, 100, -1] {
            #expect(throws: StandardsError.self) { try ExceededLevel.level(percent, of: [50]) }
        }
        #expect(throws: StandardsError(.noValues)) { try ExceededLevel.level(10, of: []) }
    }

    @Test
    func `an hour is the energy mean of its minutes, and says how many there were`() throws {
        var minutes: [ExactDecimal?] = Array(repeating: 50, count: 60)
        minutes[7] = nil
        minutes[8] = 80
        let hour = try rule.hour(ofMinutes: minutes)
        // 10·lg((58 · 10^5 + 10^8)/59)
        #expect(hour.level?.description == "62.5")
        #expect(hour.validCount == 59)
        #expect(hour.expectedCount == 60)
        #expect(hour.isValid)
        #expect(!hour.isComplete)
        #expect(throws: StandardsError(.wrongCount, subject: "minutes", value: "59")) {
            try rule.hour(ofMinutes: Array(repeating: 50, count: 59))
        }
    }

    @Test
    func `a missing hour is no silence`() throws {
        let whole = try rule.level(ofHours: Array(repeating: 48, count: 8), .night)
        let gappy = try rule.level(ofHours: [48, nil, 48, nil, 48, 48, 48, 48], .night)
        #expect(whole.level == gappy.level)
        #expect(gappy.validCount == 6)
        let nothing = try rule.level(ofHours: Array(repeating: nil, count: 16), .day)
        #expect(nothing.level == nil)
        #expect(!nothing.isValid)
    }

    @Test
    func `a level with fewer hours than the rule wants is shown but not valid`() throws {
        let strict = try NoiseStatisticsRule(
            id: "x", title: "", levelDecimals: 1, rateDecimals: 1,
            minimum: NoiseStatisticsRule.Minimum(minutes: 45, dayHours: 13, nightHours: 6))
        func night(_ count: Int) -> [ExactDecimal?] { (0..<8).map { $0 < count ? 45 : nil } }
        func day(_ count: Int) -> [ExactDecimal?] { (0..<16).map { $0 < count ? 55 : nil } }
        #expect(try strict.level(ofHours: night(6), .night).validLevel == 45)
        #expect(try strict.level(ofHours: night(5), .night).validLevel == nil)
        #expect(try strict.level(ofHours: night(5), .night).level == 45)
        #expect(try strict.level(ofHours: day(13), .day).isValid)
        #expect(try !strict.level(ofHours: day(12), .day).isValid)
        #expect(try strict.dayNight(day: day(13), night: night(6)).validLevel == 55)
        #expect(try strict.dayNight(day: day(13), night: night(5)).validLevel == nil)
        #expect(try !strict.hour(ofMinutes: (0..<60).map { $0 < 44 ? 50 : nil }).isValid)
    }

    @Test
    func `Ldn comes from the hours, not from rounded Ld and Ln`() throws {
        let day: [ExactDecimal?] = [60, 61, 59, 58, nil, 62, 61, 60, 60, 59, 58, 57, 60, 61, 62, 60]
        let night: [ExactDecimal?] = [52, 51, 50, 49, 48, nil, 50, 51]
        let level = try rule.dayNight(day: day, night: night)
        #expect(level.level?.description == "60.2")
        #expect(level.validCount == 22)
        #expect(level.expectedCount == 24)
        #expect(try rule.dayNight(day: day, night: Array(repeating: nil, count: 8)).level == nil)
        // Fifteen hours of 51.8 and one of 52.1, seven of 45.2 and one of 40: 53.0557; by way of Ld 51.8 and Ln 44.8 it
        // would be 53.0.
        let evenDay: [ExactDecimal?] = Array(repeating: "51.8", count: 15) + ["52.1"]
        let evenNight: [ExactDecimal?] = Array(repeating: "45.2", count: 7) + [40]
        #expect(try rule.dayNight(day: evenDay, night: evenNight).level?.description == "53.1")
        let parts = (
            try rule.level(ofHours: evenDay, .day).level, try rule.level(ofHours: evenNight, .night).level
        )
        #expect(try NoiseStatisticsRule.dayNight(day: #require(parts.0), night: #require(parts.1), decimals: 1) == 53)
    }

    @Test(arguments: [
        // 22:00 begins the night of the day; until 06:00 it is still that night.
        (22, 6, "2026-03-01", NoisePeriod.day, 0), (22, 21, "2026-03-01", .day, 15), (22, 22, "2026-03-01", .night, 0),
        (22, 23, "2026-03-01", .night, 1), (22, 0, "2026-02-28", .night, 2), (22, 5, "2026-02-28", .night, 7),
        (23, 22, "2026-03-01", .day, 15), (23, 23, "2026-03-01", .night, 0), (23, 6, "2026-02-28", .night, 7),
        (23, 7, "2026-03-01", .day, 0), (0, 0, "2026-03-01", .night, 0), (0, 7, "2026-03-01", .night, 7),
        (0, 8, "2026-03-01", .day, 0), (0, 23, "2026-03-01", .day, 15),
    ])
    func `the night belongs to the day on which it begins`(
        nightFrom: Int, hour: Int, date: String, period: NoisePeriod, index: Int
    ) throws {
        let periods = try NoisePeriods(id: "x", title: "", nightFrom: nightFrom)
        let place = periods.place(of: try #require(CivilDate("2026-03-01")), hour: hour)
        #expect(place == NoisePeriods.Place(date: try #require(CivilDate(date)), period: period, index: index))
    }

    @Test
    func `every hour has one place, whenever the night begins`() throws {
        let first = try #require(CivilDate("2026-02-27"))
        for nightFrom in 0..<24 {
            let periods = try NoisePeriods(id: "x", title: "", nightFrom: nightFrom)
            var places: Set<NoisePeriods.Place> = []
            for day in 0..<3 {
                for hour in 0..<24 { places.insert(periods.place(of: first.adding(days: day), hour: hour)) }
            }
            #expect(places.count == 72)
            #expect(places.allSatisfy { (0..<$0.period.hours).contains($0.index) })
            let middle = places.filter { $0.date == first.adding(days: 1) }
            #expect(middle.count == 24)
        }
        #expect(throws: StandardsError.self) { try NoisePeriods(id: "x", title: "", nightFrom: 24) }
    }

    @Test
    func `a rate over several zones counts points and is not a mean of rates`() throws {
        let sum = NoiseAttainment(met: 1, total: 1) + NoiseAttainment(met: 0, total: 2)
        #expect(try sum.rate(decimals: 1)?.description == "33.3")
        #expect(try NoiseAttainment().rate(decimals: 1) == nil)
        var one = NoiseAttainment()
        one.add(isMet: false)
        #expect(try one.rate(decimals: 1)?.description == "0.0")
    }
}
