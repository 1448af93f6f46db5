import Standards
import Testing

/// Means, rates and checks of discharges.
struct DischargePeriodTests {
    private func rule(_ medium: DischargeMedium = .air, hours: Int? = 20, check: Int = 0) throws -> DischargePeriodRule
    {
        try DischargePeriodRule(
            id: "HJ75-2017", title: "", medium: medium, minimumMinutes: 45, minimumHours: hours, monthDays: 25,
            februaryDays: 23, checkHoursPerDay: check)
    }

    private func day(_ value: Rational, hours: Int) -> [Rational?] { (0..<24).map { $0 < hours ? value : nil } }

    @Test
    func `an hour needs 45 minutes, a day 20 hours`() throws {
        let rule = try rule()
        #expect(rule.isValidHour(minutes: 45))
        #expect(!rule.isValidHour(minutes: 44))
        #expect(try rule.dayMean(ofHours: day(30, hours: 20)).validMean == 30)
        let short = try rule.dayMean(ofHours: day(30, hours: 19))
        #expect(short.validMean == nil)
        #expect(short.mean == 30)
        #expect(short.verdict(against: .atMost(20)) == .notJudged(.tooFewHours(19, needed: 20)))
        #expect(throws: StandardsError(.wrongCount, subject: "hours", value: "23")) {
            try rule.dayMean(ofHours: Array(repeating: 1, count: 23))
        }
    }

    @Test(arguments: [("2026-03", 25, true), ("2026-03", 24, false), ("2026-02", 23, true), ("2024-02", 22, false)])
    func `a month needs 25 days, February 23`(month: String, valid: Int, isValid: Bool) throws {
        let date = try #require(CivilDate(month + "-01"))
        let days = (0..<date.daysInMonth).map { $0 < valid ? Rational(7) : nil }
        let mean = try rule().monthMean(ofDays: days, month: date)
        #expect(mean.isValid == isValid)
        #expect(mean.expectedCount == date.daysInMonth)
        #expect(throws: StandardsError.self) { try rule().monthMean(ofDays: [7], month: date) }
    }

    @Test
    func `the mean of a day of water is weighted by flow`() throws {
        var hours = [Rational?](repeating: nil, count: 24)
        var flows = hours
        (hours[0], flows[0]) = (40, 10)
        (hours[1], flows[1]) = (100, 5)
        // Neither a flow without concentration, nor a concentration without flow, nor still water takes part.
        flows[2] = 7
        hours[3] = 900
        (hours[4], flows[4]) = (900, 0)
        let mean = try rule(.water, hours: nil).dayMean(ofHours: hours, flows: flows)
        #expect(mean.mean == 60)
        #expect(mean.validCount == 2)
        #expect(mean.range == 40...100)
        #expect(mean.isValid, "no least number is known")
        let none = try rule(.water, hours: nil).dayMean(ofHours: hours, flows: Array(repeating: 0, count: 24))
        #expect(none.mean == nil)
        #expect(!none.isValid)
        #expect(throws: StandardsError(.wrongCount, subject: "flows", value: "1")) {
            try rule(.water).dayMean(ofHours: hours, flows: [1])
        }
        #expect(throws: StandardsError(.wrongCount, subject: "hours", value: "1")) {
            try rule(.water).dayMean(ofHours: [1], flows: flows)
        }
    }

    @Test
    func `equal flows weigh like none`() throws {
        var random = SplitMix(seed: 356)
        for _ in 0..<50 {
            let hours = (0..<24).map { _ in Rational?(Rational(Int.random(in: 0...400, using: &random))) }
            let weighted = try rule(.water).dayMean(ofHours: hours, flows: Array(repeating: 3, count: 24))
            #expect(try weighted.mean == rule().dayMean(ofHours: hours).mean)
            let range = try #require(weighted.range)
            #expect(try range.contains(#require(weighted.mean)))
        }
    }

    @Test
    func `pH of a day is the median with its range`() throws {
        var hours = [Rational?](repeating: nil, count: 24)
        hours[1] = Rational("7.1")
        hours[5] = Rational("6.5")
        hours[9] = Rational("9.5")
        let odd = try rule(.water, hours: nil).dayMedian(ofHours: hours)
        #expect(odd.mean == Rational("7.1"))
        let range = try #require(odd.range)
        #expect([range.lowerBound, range.upperBound] == [Rational("6.5"), Rational("9.5")])
        #expect(odd.verdict(against: .within(6, 9)) == .met)
        hours[10] = Rational("7.2")
        #expect(try rule(.water, hours: nil).dayMedian(ofHours: hours).mean == Rational("7.15"))
    }

    @Test(arguments: [(23, 1, 24), (23, 2, 24), (22, 2, 23), (24, 1, 24), (23, 0, 23)])
    func `one hour a day marked for the standard sample counts`(valid: Int, marked: Int, credited: Int) throws {
        #expect(try rule(check: 1).creditedHours(valid: valid, markedForCheck: marked) == credited)
        #expect(try rule().creditedHours(valid: valid, markedForCheck: marked) == valid)
    }

    @Test
    func `a day mean takes the hours that were judged or have no limit of their own`() throws {
        var judge = DischargeHourJudge(
            outlet: .init(medium: .air, industry: "boiler", item: .nox, bound: nil), flags: try DischargeRules.flags)
        func value(_ hour: Int, flag: String, _ event: String? = nil) throws -> Rational? {
            let mark = event.map { DischargeMark(.operating(event: $0)) }
            let hour = DischargeHour(start: DischargeRules.start(hour), value: 40, flag: flag, mark: mark)
            return try judge.judge(hour, marking: DischargeRules.marking).meanValue
        }
        #expect(try value(0, flag: "N") == 40)
        #expect(try value(1, flag: "D") == nil)
        #expect(try value(2, flag: "N", "cold_start") == nil)
    }

    @Test
    func `the effective rate is the product of both rates and reaches its target or not`() throws {
        let rule = try TransferRateRule(
            id: "", title: "", target: Rational(numerator: 3, denominator: 4), base: .received)
        let rates = try rule.rates(expected: 720, received: 600, valid: 540)
        #expect(rates.transferRate?.description == "5/6")
        #expect(rates.validRate?.description == "9/10")
        #expect(rates.effectiveRate?.description == "3/4")
        #expect(rates.meets(rule.target) == true)
        #expect(try rule.rates(expected: 720, received: 600, valid: 539).meets(rule.target) == false)
        #expect(try rule.rates(expected: 720, received: 0, valid: 0).effectiveRate == 0)
        #expect(try rule.rates(expected: 0, received: 0, valid: 0).meets(rule.target) == nil)
        #expect(throws: StandardsError.self) { try rule.rates(expected: 1, received: 2, valid: 0) }
        #expect(throws: StandardsError.self) { try rule.rates(expected: 2, received: 1, valid: 2) }
        let strict = try TransferRates(expected: 10, received: 8, valid: 5, base: .expected)
        #expect(strict.effectiveRate?.description == "2/5")
    }

    @Test(arguments: [
        ("102", "passed"), ("98", "passed"), ("102.1", "adjust"), ("97.9", "adjust"), ("108", "adjust"),
        ("108.1", "failed"), ("91.9", "failed"), ("92", "adjust"),
    ])
    func `drift above the normal error is to be adjusted, above the limit out of control`(
        measured: ExactDecimal, outcome: String
    ) throws {
        let rule = try DeviceCheckRule(
            id: "", title: "",
            rows: [.init(check: "span_drift", name: "", items: [.pm], basis: .span, normal: 2, limit: 8)])
        let result = try rule.result("span_drift", item: .pm, reference: 100, measured: measured, span: 100)
        #expect("\(result.outcome)" == outcome)
        #expect(result.error == measured.rational - 100)
        #expect(throws: StandardsError.self) {
            try rule.result("span_drift", item: .pm, reference: 100, measured: measured)
        }
        #expect(throws: StandardsError(.unknownItem, subject: "span_drift", value: "cod")) {
            try rule.result("span_drift", item: .cod, reference: 100, measured: measured, span: 100)
        }
    }

    @Test
    func `a failed sample spoils the data back to the last passed check and on to the next`() throws {
        let period = Period(start: DischargeRules.start(0), seconds: 100 * 3_600)
        func check(_ hour: Int, _ hasPassed: Bool) -> StandardSampleCheck {
            StandardSampleCheck(time: DischargeRules.start(hour), hasPassed: hasPassed)
        }
        func span(_ from: Int, _ to: Int) -> Period {
            Period(start: DischargeRules.start(from), seconds: (to - from) * 3_600)
        }
        func spans(_ checks: [StandardSampleCheck]) -> [Period] {
            StandardSampleCheck.invalidSpans(checks, in: period)
        }
        #expect(spans([]) == [])
        #expect(spans([check(24, true), check(48, true)]) == [])
        #expect(spans([check(24, true), check(48, false), check(72, true)]) == [span(24, 72)])
        #expect(spans([check(72, true), check(48, false), check(60, false), check(24, true)]) == [span(24, 72)])
        #expect(spans([check(48, false)]) == [span(0, 100)])
        #expect(spans([check(24, false), check(48, true), check(72, false)]) == [span(0, 48), span(48, 100)])
    }
}
