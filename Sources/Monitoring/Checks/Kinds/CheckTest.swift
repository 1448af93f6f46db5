import Catalog

/// A test with its parameters.
package enum CheckTest: Sendable {
    case range(RangeTest)
    case spike(SpikeTest)
    case outlier(OutlierTest)
    case step(StepTest)
    case rate(RateTest)
    case flatLine(FlatLineTest)
    case missing(MissingTest)
    case restart(RestartTest)
    case ordering(OrderingTest)
    case saturation(SaturationTest)
    case ratio(RatioTest)
    case sum(SumTest)
    case neighbours(NeighbourTest)
    case sister(SisterTest)
    case drift(DriftTest)
    case flags(FlagTest)
    case marks(MarkTest)
    case fluctuation(FluctuationTest)
    case periodicity(PeriodicityTest)
    case copied(CopiedTest)

    /// The keys a kind of test reads.
    static func keys(of kind: CheckKind) -> [String] {
        switch kind {
        case .range: RangeTest.keys
        case .spike: SpikeTest.keys
        case .outlier: OutlierTest.keys
        case .step: StepTest.keys
        case .rate: RateTest.keys
        case .flatLine: FlatLineTest.keys
        case .missing: MissingTest.keys
        case .restart: RestartTest.keys
        case .ordering: OrderingTest.keys
        case .saturation: SaturationTest.keys
        case .ratio: RatioTest.keys
        case .sum: SumTest.keys
        case .neighbours: NeighbourTest.keys
        case .sister: SisterTest.keys
        case .drift: DriftTest.keys
        case .flags: FlagTest.keys
        case .marks: MarkTest.keys
        case .fluctuation: FluctuationTest.keys
        case .periodicity: PeriodicityTest.keys
        case .copied: CopiedTest.keys
        case .unfit: []
        }
    }

    /// Reads a test; with faults in the reader it holds stand-ins and must not be used.
    static func read(_ kind: CheckKind, _ parameters: CheckParameters) -> CheckTest? {
        switch kind {
        case .range: .range(RangeTest(parameters))
        case .spike: .spike(SpikeTest(parameters))
        case .outlier: .outlier(OutlierTest(parameters))
        case .step: .step(StepTest(parameters))
        case .rate: .rate(RateTest(parameters))
        case .flatLine: .flatLine(FlatLineTest(parameters))
        case .missing: .missing(MissingTest(parameters))
        case .restart: .restart(RestartTest(parameters))
        case .ordering: .ordering(OrderingTest(parameters))
        case .saturation: .saturation(SaturationTest(parameters))
        case .ratio: .ratio(RatioTest(parameters))
        case .sum: .sum(SumTest(parameters))
        case .neighbours: .neighbours(NeighbourTest(parameters))
        case .sister: .sister(SisterTest(parameters))
        case .drift: .drift(DriftTest(parameters))
        case .flags: FlagTest(parameters).map(CheckTest.flags)
        case .marks: MarkTest(parameters).map(CheckTest.marks)
        case .fluctuation: .fluctuation(FluctuationTest(parameters))
        case .periodicity: .periodicity(PeriodicityTest(parameters))
        case .copied: .copied(CopiedTest(parameters))
        case .unfit: nil
        }
    }

    /// Looks at the series of a pad.
    func run(_ pad: inout CheckPad, in field: CheckField) {
        switch self {
        case .range(let test): test.run(&pad)
        case .spike(let test): test.run(&pad)
        case .outlier(let test): test.run(&pad)
        case .step(let test): test.run(&pad)
        case .rate(let test): test.run(&pad)
        case .flatLine(let test): test.run(&pad, in: field)
        case .missing(let test): test.run(&pad, in: field)
        case .restart(let test): test.run(&pad)
        case .ordering(let test): test.run(&pad, in: field)
        case .saturation(let test): test.run(&pad, in: field)
        case .ratio(let test): test.run(&pad, in: field)
        case .sum(let test): test.run(&pad, in: field)
        case .neighbours(let test): test.run(&pad, in: field)
        case .sister(let test): test.run(&pad, in: field)
        case .drift(let test): test.run(&pad, in: field)
        case .flags(let test): test.run(&pad)
        case .marks(let test): test.run(&pad, in: field)
        case .fluctuation(let test): test.run(&pad)
        case .periodicity(let test): test.run(&pad)
        case .copied(let test): test.run(&pad, in: field)
        }
    }
}
