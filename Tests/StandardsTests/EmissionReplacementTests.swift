import Standards
import Testing

/// Gaps filled where amounts are added up.
struct EmissionReplacementTests {
    private let gas = EmissionReplacementRule.Method.largest([
        .init(leastRate: Rational("9/10") ?? 0, maximumHours: 24, window: 180),
        .init(leastRate: Rational("9/10") ?? 0, maximumHours: nil, window: 720),
        .init(leastRate: Rational("3/4") ?? 0, maximumHours: nil, window: 2_160),
    ])

    private func rule(_ method: EmissionReplacementRule.Method) throws -> EmissionReplacementRule {
        try EmissionReplacementRule(id: "rule", title: "", medium: .air, method: method)
    }

    /// Hours from 00:00 of 2 March 2026 on; nil is a gap.
    private func hours(_ values: [Rational?]) -> [EmissionHour] {
        values.enumerated().map { index, value in
            EmissionHour(start: DischargeRules.start(index), value.map { .measured($0) } ?? .invalid)
        }
    }

    private let quarter = CivilDate(year: 2026, month: 1, day: 1) ?? .first

    /// A history of `count` hours, the first of which is the largest, and a gap behind it.
    private func filled(history count: Int, gap: Int, rate: String) throws -> FilledHour {
        let values: [Rational?] = [100] + Array(repeating: 5, count: count - 1) + Array(repeating: nil, count: gap)
        let known = try #require(Rational(rate))
        let rates = [quarter: known, quarter.adding(months: 3): known]
        return try #require(try rule(gas).filled(hours(values), item: .nox, rates: rates).last)
    }

    @Test(arguments: [
        (24, "9/10", 180), (25, "9/10", 720), (1, "1", 180), (24, "899/1000", 2_160), (25, "899/1000", 2_160),
        (1, "3/4", 2_160),
    ])
    func `the rate of the quarter and the length of the gap choose the window`(
        gap: Int, rate: String, window: Int
    ) throws {
        // The largest hour is the oldest of the window: one hour more of history and it is no longer seen.
        let inside = try filled(history: window, gap: gap, rate: rate)
        #expect(inside.value == 100)
        guard case .replaced(let replacement) = inside.origin else {
            Issue.record("not replaced")
            return
        }
        #expect(replacement.method == .largest(at: DischargeRules.start(0)))
        #expect(replacement.hours == (0..<window).map(DischargeRules.start))
        #expect(try filled(history: window + 1, gap: gap, rate: rate).value == 5)
        let short = try filled(history: window - 1, gap: gap, rate: rate)
        #expect(short.value == nil)
        #expect(short.origin == .missing(.tooFewHours(window - 1, needed: window)))
    }

    @Test
    func `below 75 % nothing is replaced`() throws {
        let low = try filled(history: 2_160, gap: 1, rate: "7499/10000")
        #expect(low.value == nil)
        #expect(try low.origin == .missing(.rateTooLow(#require(Rational("7499/10000")))))
    }

    @Test
    func `the rate is counted over the hours given when no other is`() throws {
        let values: [Rational?] = Array(repeating: 4, count: 180) + Array(repeating: nil, count: 20)
        #expect(try rule(gas).filled(hours(values), item: .nox).last?.value == 4)
        // 180 of 201 hours are below 90 %.
        #expect(try rule(gas).filled(hours(values + [nil]), item: .nox).last?.value == nil)
    }

    @Test
    func `replaced and stopped hours are no source, and a stop ends a gap`() throws {
        var series = hours(Array(repeating: 3, count: 180) + [nil, 9, nil])
        series[0] = EmissionHour(start: series[0].start, .stopped)
        let rates = [quarter: Rational(1)]
        let filled = try rule(gas).filled(series, item: .nox, rates: rates)
        #expect(filled[0].origin == .stopped)
        #expect(filled[0].value == 0)
        #expect(filled[180].origin == .missing(.tooFewHours(179, needed: 180)))
        #expect(filled[182].value == 9)
    }

    @Test(arguments: [([Rational?]([2, 4, nil, nil]), 3), ([1, 2, 3, nil], 3), ([8, 2, nil, 6, nil, nil], 5)])
    func `water takes the mean of the preceding period of equal length`(values: [Rational?], mean: Int) throws {
        let filled = try rule(.preceding(medianOf: [.ph])).filled(hours(values), item: .cod)
        #expect(filled.last?.value == Rational(mean))
    }

    @Test
    func `where the preceding period has gaps the one before it holds, and none leaves the gap`() throws {
        let rule = try rule(.preceding(medianOf: [.ph]))
        let filled = try rule.filled(hours([nil, 8, 2, 6, nil, 7, nil, nil]), item: .cod)
        // Hours 4 and 5 are not both known, so hours 2 and 3 hold.
        #expect(filled[6].value == 4)
        #expect(filled[7].origin == filled[6].origin)
        let source = FilledHour.Replacement(
            method: .precedingMean, hours: [DischargeRules.start(2), DischargeRules.start(3)])
        #expect(filled[6].origin == .replaced(source))
        #expect(filled[0].origin == .missing(.noValidPeriod(hours: 1)))
        #expect(filled[4].value == 6)
    }

    @Test
    func `pH takes the median`() throws {
        let values: [Rational?] = [6, 7, 11, nil, nil, nil]
        let rule = try rule(.preceding(medianOf: [.ph]))
        #expect(try rule.filled(hours(values), item: .ph).last?.value == 7)
        #expect(try rule.filled(hours(values), item: .cod).last?.value == 8)
    }

    @Test
    func `old statistics took the mean of both neighbours up to 24 hours`() throws {
        let rule = try rule(.neighbours(maximumHours: 24))
        func series(_ gap: Int) -> [EmissionHour] { hours([2] + Array(repeating: nil, count: gap) + [4]) }
        #expect(try rule.filled(series(24), item: .nox)[12].value == 3)
        #expect(try rule.filled(series(25), item: .nox)[12].origin == .missing(.gapTooLong(25, limit: 24)))
        #expect(try rule.filled(hours([nil, 4]), item: .nox)[0].origin == .missing(.noNeighbour))
    }

    @Test
    func `hours must follow each other`() throws {
        let broken = [0, 2].map { EmissionHour(start: DischargeRules.start($0), .measured(1)) }
        #expect(throws: StandardsError(.wrongOrder, subject: "hours", value: DischargeRules.start(2).description)) {
            try rule(gas).filled(broken, item: .nox)
        }
    }

    @Test
    func `the effective rate leaves out hours in which the plant stood still`() {
        func rate(valid: Int, stopped: Int, invalid: Int) -> String? {
            let states: [EmissionHour.State] =
                Array(repeating: .measured(1), count: valid) + Array(repeating: .stopped, count: stopped)
                + Array(repeating: .invalid, count: invalid)
            return EmissionHour.effectiveRate(
                of: states.map { EmissionHour(start: DischargeRules.midnight, $0) })?.description
        }
        #expect(rate(valid: 9, stopped: 100, invalid: 1) == "9/10")
        #expect(rate(valid: 5, stopped: 0, invalid: 0) == "1")
        #expect(rate(valid: 0, stopped: 7, invalid: 3) == "0")
        #expect(rate(valid: 0, stopped: 7, invalid: 0) == nil)
    }

    @Test
    func `replacement never lowers the known hours, keeps what was measured, and totals add up`() throws {
        var random = SplitMix(seed: 2_017)
        let small = EmissionReplacementRule.Method.largest([
            .init(leastRate: 0, maximumHours: 2, window: 2), .init(leastRate: 0, maximumHours: nil, window: 5),
        ])
        for method in [small, .preceding(medianOf: []), .neighbours(maximumHours: 3)] {
            for _ in 0..<60 {
                let series = (0..<120).map { index in
                    let state: EmissionHour.State =
                        switch Int.random(in: 0..<10, using: &random) {
                        case 0: .stopped
                        case 1...3: .invalid
                        default: .measured(Rational(Int.random(in: 0...900, using: &random)))
                        }
                    return EmissionHour(start: DischargeRules.start(index), state)
                }
                let filled = try rule(method).filled(series, item: .cod)
                #expect(filled.map(\.start) == series.map(\.start))
                for (hour, measured) in zip(filled, series) {
                    if let value = measured.value { #expect(hour.value == value && hour.origin == .measured) }
                    guard case .replaced(let replacement) = hour.origin else { continue }
                    #expect(!replacement.hours.isEmpty)
                    #expect(
                        replacement.hours.allSatisfy { source in
                            series.contains { $0.start == source && $0.value != nil }
                        })
                }
                let rate = try #require(EmissionHour.effectiveRate(of: series))
                #expect(rate >= 0 && rate <= 1)
                let total = EmissionTotal(filled)
                #expect(total.knownHours >= series.count { $0.state != .invalid })
                #expect(total.knownHours + total.missingHours == series.count)
                let cut = Int.random(in: 0...filled.count, using: &random)
                #expect(EmissionTotal(filled.prefix(cut)) + EmissionTotal(filled.dropFirst(cut)) == total)
                for grain in EmissionTotal.Grain.allCases {
                    let parts = EmissionTotal.totals(of: filled, by: grain)
                    #expect(parts.reduce(EmissionTotal()) { $0 + $1.total } == total)
                }
            }
        }
    }

    @Test
    func `totals are by day, month, quarter and year of Beijing, in kilograms and tonnes`() throws {
        let start = Instant(beijing: try #require(CivilDate("2025-12-31")), hour: 22)
        let series = (0..<4).map { EmissionHour(start: start.adding(seconds: $0 * 3_600), .measured(250)) }
        let filled = try rule(.preceding(medianOf: [])).filled(series, item: .cod)
        for grain in [EmissionTotal.Grain.day, .month, .quarter, .year] {
            let totals = EmissionTotal.totals(of: filled, by: grain)
            #expect(totals.map(\.total.kilograms) == [500, 500])
            #expect(totals.map(\.total.tonnes.description) == ["1/2", "1/2"])
        }
        #expect(EmissionTotal.totals(of: filled, by: .hour).count == 4)
        #expect(EmissionTotal.Grain.quarter.start(of: start).beijingDate == CivilDate("2025-10-01"))
    }

    @Test
    func `water is concentration times flow, and says when either was replaced`() throws {
        let rule = try rule(.preceding(medianOf: []))
        let concentrations = try rule.filled(hours([50, nil, 40, nil]), item: .cod)
        var flows = hours([100, 200, nil, 10])
        flows[3] = EmissionHour(start: flows[3].start, .stopped)
        let amounts = try EmissionTotal.amounts(
            concentrations: concentrations, flows: try rule.filled(flows, item: DischargeItem(rawValue: "flow")))
        #expect(amounts.map(\.value) == [5, 10, 8, 0])
        #expect(amounts[0].origin == .measured)
        #expect(amounts[1].origin == .replaced(.init(method: .product, hours: [DischargeRules.start(0)])))
        #expect(amounts[3].origin == .stopped)
        let total = EmissionTotal(amounts)
        #expect([total.measuredHours, total.replacedHours, total.stoppedHours, total.missingHours] == [1, 2, 1, 0])
        #expect(throws: StandardsError.self) {
            try EmissionTotal.amounts(concentrations: concentrations, flows: Array(concentrations.dropLast()))
        }
    }
}
