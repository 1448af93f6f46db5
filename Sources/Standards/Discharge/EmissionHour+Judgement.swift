extension EmissionHour {
    /// What an hour counts with where amounts are added up, in kilograms: measured concentration times flow.
    ///
    /// Hours exempt from judgement, without a limit or without oxygen count as measured, for the amount asks for none of
    /// them; water that does not flow carries nothing. Whatever is not valid, and a gap in the flow, is a gap.
    public init(amountOf judgement: DischargeJudgement, medium: DischargeMedium) {
        let concentration = EmissionHour(concentrationOf: judgement).state
        let flow = EmissionHour(flowOf: judgement).state
        let state: State =
            switch (concentration, flow) {
            case (.measured(let mean), .measured(let volume)):
                .measured(
                    medium == .air
                        ? EmissionRate.kilograms(gas: mean, cubicMetres: volume)
                        : EmissionRate.kilograms(water: mean, cubicMetres: volume))
            case (.stopped, _): .stopped
            default: .invalid
            }
        self.init(start: judgement.hour.start, state)
    }

    /// The concentration of an hour as measured; in still water and in a plant at rest there is none to be measured.
    public init(concentrationOf judgement: DischargeJudgement) {
        let state: State =
            switch judgement.verdict {
            case .notJudged(.noFlow): judgement.hour.flow.map(\.isNegative) ?? true ? .invalid : .stopped
            case .notJudged(.flag(_, .plantStopped)), .notJudged(.standstill): .stopped
            case .met, .exceeded, .exempt, .notJudged(.noLimit), .notJudged(.noOxygen), .notJudged(.oxygenOutOfRange):
                judgement.hour.value.map { .measured($0.rational) } ?? .invalid
            case .notJudged: .invalid
            }
        self.init(start: judgement.hour.start, state)
    }

    /// The flow of an hour; its own value counts whatever the flag says of the concentration.
    public init(flowOf judgement: DischargeJudgement) {
        let state: State =
            switch judgement.verdict {
            case .notJudged(.flag(_, .plantStopped)), .notJudged(.standstill): .stopped
            default:
                judgement.hour.flow.map { $0.isNegative ? .invalid : .measured($0.rational) } ?? .invalid
            }
        self.init(start: judgement.hour.start, state)
    }
}
