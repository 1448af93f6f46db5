import Standards
import Testing

/// What judged hours count with where amounts are added up.
struct EmissionHourTests {
    private func judgement(
        _ medium: DischargeMedium, value: ExactDecimal? = 40, flag: String = "N", flow: ExactDecimal? = 500,
        mark: DischargeMark? = nil, reference: ExactDecimal? = nil
    ) throws -> DischargeJudgement {
        var judge = DischargeHourJudge(
            outlet: .init(
                medium: medium, industry: "boiler", item: .nox, bound: .atMost(30), referenceOxygen: reference),
            flags: try DischargeRules.flags)
        let hour = DischargeHour(start: DischargeRules.midnight, value: value, flag: flag, flow: flow, mark: mark)
        return try judge.judge(hour, marking: DischargeRules.marking)
    }

    private func amount(_ judgement: DischargeJudgement, _ medium: DischargeMedium) -> EmissionHour.State {
        EmissionHour(amountOf: judgement, medium: medium).state
    }

    @Test
    func `an amount is the measured concentration times the flow, exempt or not`() throws {
        let gas = EmissionHour.State.measured(try #require(Rational("1/50")))
        #expect(try amount(judgement(.water), .water) == .measured(20))
        #expect(try amount(judgement(.air), .air) == gas)
        #expect(try amount(judgement(.air, mark: DischargeMark(.operating(event: "stop"))), .air) == gas)
        #expect(try amount(judgement(.air, reference: 6), .air) == gas, "without oxygen")
    }

    @Test
    func `where nothing flows nothing is discharged, and what is not valid is a gap`() throws {
        #expect(try amount(judgement(.water, flow: 0), .water) == .stopped)
        #expect(try amount(judgement(.water, flag: "F"), .water) == .stopped)
        let gaps = try [
            judgement(.water, value: nil), judgement(.water, flow: nil), judgement(.water, flow: -1),
            judgement(.water, flag: "D"), judgement(.water, flag: "S"), judgement(.water, value: -1),
            judgement(.water, mark: DischargeMark(.deviceAbnormal)),
        ]
        #expect(gaps.map { amount($0, .water) } == gaps.map { _ in .invalid })
    }

    @Test
    func `flow counts by itself when the concentration is not valid`() throws {
        let fault = try judgement(.water, flag: "D")
        #expect(EmissionHour(flowOf: fault).state == .measured(500))
        #expect(EmissionHour(concentrationOf: fault).state == .invalid)
        #expect(EmissionHour(flowOf: try judgement(.water, flag: "F")).state == .stopped)
        #expect(EmissionHour(flowOf: try judgement(.water, flow: -1)).state == .invalid)
    }
}
