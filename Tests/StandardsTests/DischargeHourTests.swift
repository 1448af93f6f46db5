import Standards
import Testing

/// The verdict on an hour, step by step.
struct DischargeHourTests {
    private func outlet(
        _ medium: DischargeMedium = .air, industry: String? = "boiler", item: DischargeItem = .nox,
        bound: DischargeBound? = .atMost(50), reference: ExactDecimal? = nil, minutes: Int? = nil,
        acceptedAt: Instant? = nil, perYear: Int? = nil
    ) -> DischargeOutlet {
        DischargeOutlet(
            medium: medium, industry: industry, item: item, bound: bound, referenceOxygen: reference,
            minimumMinutes: minutes, acceptedAt: acceptedAt, exemptHoursPerYear: perYear)
    }

    private func hour(
        _ number: Int, _ value: ExactDecimal?, flag: String = "N", oxygen: ExactDecimal? = nil,
        flow: ExactDecimal? = nil, minutes: Int? = nil, mark: DischargeMark? = nil
    ) -> DischargeHour {
        DischargeHour(
            start: DischargeRules.start(number), value: value, flag: flag, oxygen: oxygen, flow: flow,
            validMinutes: minutes, mark: mark)
    }

    private func judge(_ hours: [DischargeHour], at outlet: DischargeOutlet) throws -> [DischargeJudgement] {
        var judge = DischargeHourJudge(outlet: outlet, flags: try DischargeRules.flags)
        let marking = try DischargeRules.marking
        return try hours.map { try judge.judge($0, marking: marking) }
    }

    private func verdict(_ hour: DischargeHour, at outlet: DischargeOutlet) throws -> DischargeVerdict {
        try judge([hour], at: outlet)[0].verdict
    }

    @Test(arguments: [("50", nil), ("50.0", nil), ("50.001", "1/50000"), ("49.999", nil), ("62", "6/25"), ("0", nil)])
    func `an hour is exceeded only above its limit, with the exact multiple`(
        value: ExactDecimal, multiple: String?
    ) throws {
        let expected: DischargeVerdict = multiple.map { .exceeded(multiple: Rational($0)) } ?? .met
        #expect(try verdict(hour(0, value), at: outlet()) == expected)
    }

    @Test
    func `published multiples are reproduced`() throws {
        // A decision of Tianjin (2024): COD 248 over 200 mg/L is 0.24 times, phosphorus 2.11 over 1.5 is 0.41 times.
        #expect(try DischargeBound.atMost(200).multiple(of: 248)?.rounded(decimals: 2) == "0.24")
        let phosphorus = ExactDecimal("2.11").rational
        #expect(try DischargeBound.atMost("1.5").multiple(of: phosphorus)?.rounded(decimals: 2) == "0.41")
    }

    @Test(arguments: [("5.99", false), ("6", true), ("9", true), ("9.01", false)])
    func `pH is met inside its range, ends included, and has no multiple`(value: ExactDecimal, isMet: Bool) throws {
        let outlet = outlet(.water, item: .ph, bound: .within(6, 9))
        #expect(try verdict(hour(0, value), at: outlet) == (isMet ? .met : .exceeded(multiple: nil)))
    }

    @Test(arguments: [
        ("D", DischargeVerdict.Reason.flag("D", .invalidDevice)), ("F", .flag("F", .plantStopped)),
        ("S", .flag("S", .manual)), ("X", .unknownFlag("X")), ("n", .unknownFlag("n")),
    ])
    func `a value whose flag is not N is never judged`(flag: String, reason: DischargeVerdict.Reason) throws {
        #expect(try verdict(hour(0, 999, flag: flag), at: outlet()) == .notJudged(reason))
        #expect(try verdict(hour(0, 999, flag: ""), at: outlet()).isExceeded, "no flag is taken as normal")
    }

    @Test
    func `over range is not judged but said to hint at an exceedance`() throws {
        let judged = try judge([hour(0, 999, flag: "T")], at: outlet())[0]
        #expect(judged.verdict == .notJudged(.flag("T", .invalidDevice)))
        #expect(judged.notes == [.maybeExceeded(flag: "T")])
    }

    @Test
    func `missing and negative values, still water and short hours are not judged`() throws {
        #expect(try verdict(hour(0, nil), at: outlet()) == .notJudged(.missing))
        #expect(try verdict(hour(0, "-0.1"), at: outlet()) == .notJudged(.negative))
        #expect(try verdict(hour(0, 99, flow: 0), at: outlet(.water)) == .notJudged(.noFlow))
        #expect(try verdict(hour(0, 99, flow: "0.1"), at: outlet(.water)).isExceeded)
        #expect(try verdict(hour(0, 99, flow: 0), at: outlet(.air)).isExceeded)
        #expect(
            try verdict(hour(0, 99, minutes: 44), at: outlet(minutes: 45))
                == .notJudged(.tooFewMinutes(44, needed: 45)))
        #expect(try verdict(hour(0, 99, minutes: 45), at: outlet(minutes: 45)).isExceeded)
        #expect(try verdict(hour(0, 99), at: outlet(bound: nil)) == .notJudged(.noLimit))
    }

    @Test
    func `data from before acceptance are never judged`() throws {
        let outlet = outlet(acceptedAt: DischargeRules.start(1))
        let judged = try judge([hour(0, 99), hour(1, 99)], at: outlet).map(\.verdict)
        #expect(judged == [.notJudged(.beforeAcceptance), .exceeded(multiple: Rational("49/50"))])
    }

    @Test(arguments: [("6", "50"), ("11", "75"), ("0", "250/7"), ("19.99", "75000/101")])
    func `a concentration is converted to reference oxygen exactly`(oxygen: ExactDecimal, converted: String) throws {
        let judged = try judge([hour(0, 50, oxygen: oxygen)], at: outlet(reference: 6))[0]
        #expect(judged.compared == Rational(converted))
    }

    @Test
    func `nearly air, impossible or missing oxygen leaves the hour not judged`() throws {
        let outlet = outlet(reference: 6)
        #expect(try verdict(hour(0, 50, oxygen: 20), at: outlet) == .notJudged(.oxygenOutOfRange(20)))
        #expect(try verdict(hour(0, 50, oxygen: 21), at: outlet) == .notJudged(.oxygenOutOfRange(21)))
        #expect(try verdict(hour(0, 50, oxygen: -1), at: outlet) == .notJudged(.oxygenOutOfRange(-1)))
        #expect(try verdict(hour(0, 50), at: outlet) == .notJudged(.noOxygen))
        #expect(try verdict(hour(0, 50, oxygen: 20), at: self.outlet()) == .met)
    }

    @Test
    func `a start is exempt for its hours, counted without a gap, and judged beyond them`() throws {
        let mark = DischargeMark(.operating(event: "cold_start"))
        let judged = try judge((0..<6).map { hour($0, 99, mark: mark) }, at: outlet())
        #expect(
            judged.prefix(4).map(\.verdict)
                == (1...4).map { .exempt(event: "cold_start", usedHours: $0, limitHours: 4) })
        #expect(judged[4].verdict.isExceeded)
        #expect(judged[4].notes == [.eventOverrun(event: "cold_start", usedHours: 5, limitHours: 4)])
        #expect(judged[5].verdict.isExceeded)
        // An hour without the mark ends the event; the next one is another.
        let interrupted = try judge([0, 1, 3].map { hour($0, 99, mark: mark) }, at: outlet())
        #expect(interrupted[2].verdict == .exempt(event: "cold_start", usedHours: 1, limitHours: 4))
    }

    @Test
    func `time of an event passes in hours that are not valid`() throws {
        let mark = DischargeMark(.operating(event: "stop"))
        let judged = try judge([hour(0, nil, flag: "D", mark: mark), hour(1, 99, mark: mark)], at: outlet())
        #expect(judged[0].verdict == .notJudged(.flag("D", .invalidDevice)))
        #expect(judged[1].verdict.isExceeded)
    }

    @Test
    func `an industry or event outside the list gets no exemption`() throws {
        let start = DischargeMark(.operating(event: "cold_start"))
        for outlet in [outlet(industry: nil), outlet(industry: "glass"), outlet(industry: "waste_incineration")] {
            let judged = try judge([hour(0, 99, mark: start)], at: outlet)[0]
            #expect(judged.verdict.isExceeded)
            #expect(judged.notes == [.eventNotListed("cold_start")])
        }
    }

    @Test
    func `a mark counts when made by noon of the next day, else there is no objection`() throws {
        let noon = DischargeRules.start(36)
        func judged(_ kind: DischargeMark.Kind, late seconds: Int) throws -> DischargeJudgement {
            let mark = DischargeMark(kind, madeAt: noon.adding(seconds: seconds))
            return try judge([hour(23, 99, mark: mark)], at: outlet())[0]
        }
        #expect(try judged(.deviceAbnormal, late: 0).verdict == .notJudged(.deviceMark))
        #expect(try judged(.deviceAbnormal, late: 1).verdict.isExceeded)
        #expect(try judged(.deviceAbnormal, late: 1).notes == [.lateMark(deadline: noon)])
        #expect(
            try judged(.operating(event: "stop"), late: 0).verdict
                == .exempt(event: "stop", usedHours: 1, limitHours: 1))
        #expect(try judged(.operating(event: "stop"), late: 1).verdict.isExceeded)
    }

    @Test
    func `while an incinerator starts, particles have a limit of their own and other items the hours of a year`() throws
    {
        let mark = DischargeMark(.operating(event: "start"))
        func outlet(_ item: DischargeItem) -> DischargeOutlet {
            self.outlet(industry: "waste_incineration", item: item, bound: .atMost(30), perYear: 2)
        }
        let particles = try judge([hour(0, 150, mark: mark), hour(1, 151, mark: mark)], at: outlet(.pm))
        #expect(particles.map(\.verdict) == [.met, .exceeded(multiple: Rational("1/150"))])
        let nox = try judge([0, 5, 9].map { hour($0, 151, mark: mark) }, at: outlet(.nox))
        #expect(nox[1].verdict == .exempt(event: "start", usedHours: 2, limitHours: 2))
        #expect(nox[2].verdict.isExceeded)
        let still = DischargeMark(.operating(event: "shutdown"))
        #expect(try verdict(hour(0, 99, mark: still), at: outlet(.nox)) == .notJudged(.standstill))
    }

    @Test
    func `marks mean nothing before there was a rule, and hours come in order`() throws {
        var judge = DischargeHourJudge(outlet: outlet(), flags: try DischargeRules.flags)
        let mark = DischargeMark(.deviceAbnormal)
        #expect(try judge.judge(hour(1, 99, mark: mark), marking: nil).verdict.isExceeded)
        #expect(throws: StandardsError(.wrongOrder, subject: "hours", value: DischargeRules.start(1).description)) {
            try judge.judge(hour(1, 99), marking: nil)
        }
    }

    @Test
    func `an exempt or invalid hour never exceeds, whatever its value`() throws {
        var random = SplitMix(seed: 75)
        for _ in 0..<300 {
            let flag = ["N", "", "F", "D", "S", "T", "Z"].randomElement(using: &random) ?? ""
            let kinds: [DischargeMark.Kind?] = [nil, .deviceAbnormal, .operating(event: "cold_start")]
            let kind = kinds.randomElement(using: &random) ?? nil
            let value = ExactDecimal(Int.random(in: -5...500, using: &random))
            let judged = try judge([hour(0, value, flag: flag, mark: kind.map { DischargeMark($0) })], at: outlet())[0]
            let mayExceed = (flag == "N" || flag.isEmpty) && kind == nil && value > 50
            #expect(judged.verdict.isExceeded == mayExceed)
            #expect(judged.hour.value == value, "nothing is deleted")
        }
    }

    @Test
    func `amounts are exact`() throws {
        #expect(EmissionRate.nitrogenDioxide(fromMonoxide: 30) == 46)
        #expect(EmissionRate.nitrogenDioxide(fromMonoxide: 1).description == "23/15")
        #expect(EmissionRate.kilograms(gas: 35, cubicMetres: 200_000) == 7)
        #expect(EmissionRate.kilograms(water: 50, cubicMetres: 120) == 6)
    }
}
