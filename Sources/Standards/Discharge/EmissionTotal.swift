/// An amount added up over a period, exact, with the hours it is made of. Missing hours are no zeros: they are counted.
public struct EmissionTotal: Hashable, Sendable {
    /// Periods by which amounts are added up.
    public enum Grain: String, Hashable, Sendable, CaseIterable {
        /// Each hour.
        case hour
        /// Each day in Beijing.
        case day
        /// Each month.
        case month
        /// Each quarter.
        case quarter
        /// Each year.
        case year

        /// The start of the period to which a moment belongs.
        public func start(of moment: Instant) -> Instant {
            let day = moment.beijingDate
            return switch self {
            case .hour: Instant(beijing: day, hour: moment.beijingHour)
            case .day: Instant(beijing: day)
            case .month: Instant(beijing: day.firstOfMonth)
            case .quarter: Instant(beijing: day.firstOfQuarter)
            case .year: Instant(beijing: day.firstOfYear)
            }
        }
    }

    /// The amount in kilograms of all hours that are known.
    public private(set) var kilograms = Rational.zero
    /// Hours measured.
    public private(set) var measuredHours = 0
    /// Hours replaced.
    public private(set) var replacedHours = 0
    /// Hours about which nothing is known.
    public private(set) var missingHours = 0
    /// Hours in which the plant stood still.
    public private(set) var stoppedHours = 0

    /// Nothing.
    public init() {}

    /// The total of a series of amounts in kilograms.
    public init(_ hours: some Sequence<FilledHour>) {
        for hour in hours { add(hour) }
    }

    /// The amount in tonnes.
    public var tonnes: Rational { kilograms * ExactDecimal(significand: 1, uncheckedScale: 3).rational }

    /// Hours that count with a value.
    public var knownHours: Int { measuredHours + replacedHours + stoppedHours }

    /// Adds an hour.
    public mutating func add(_ hour: FilledHour) {
        kilograms += hour.value ?? .zero
        switch hour.origin {
        case .measured: measuredHours += 1
        case .replaced: replacedHours += 1
        case .missing: missingHours += 1
        case .stopped: stoppedHours += 1
        }
    }

    /// The total of two periods that do not overlap.
    public static func + (left: EmissionTotal, right: EmissionTotal) -> EmissionTotal {
        var sum = left
        sum.kilograms += right.kilograms
        sum.measuredHours += right.measuredHours
        sum.replacedHours += right.replacedHours
        sum.missingHours += right.missingHours
        sum.stoppedHours += right.stoppedHours
        return sum
    }

    /// Totals by period, in the order of time.
    public static func totals(
        of hours: some Sequence<FilledHour>, by grain: Grain
    ) -> [(start: Instant, total: EmissionTotal)] {
        var totals: [Instant: EmissionTotal] = [:]
        for hour in hours { totals[grain.start(of: hour.start), default: EmissionTotal()].add(hour) }
        return totals.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Amounts of water from concentrations in mg/L and flows in m³, each filled by itself.
    ///
    /// - Throws: `.wrongOrder` unless both series are of the same hours.
    public static func amounts(
        concentrations: [FilledHour], flows: [FilledHour]
    ) throws(StandardsError) -> [FilledHour] {
        guard concentrations.map(\.start) == flows.map(\.start) else {
            throw StandardsError(.wrongOrder, subject: "flows")
        }
        return zip(concentrations, flows).map(amount)
    }

    private static func amount(_ concentration: FilledHour, _ flow: FilledHour) -> FilledHour {
        let start = concentration.start
        var sources: [Instant] = []
        for hour in [concentration, flow] {
            switch hour.origin {
            case .measured: break
            case .stopped: return FilledHour(start, .zero, .stopped)
            case .replaced(let replacement): sources += replacement.hours
            case .missing: return FilledHour(start, nil, hour.origin)
            }
        }
        guard let mean = concentration.value, let water = flow.value else {
            return FilledHour(start, nil, .missing(.noNeighbour))
        }
        let kilograms = EmissionRate.kilograms(water: mean, cubicMetres: water)
        guard !sources.isEmpty else { return FilledHour(start, kilograms, .measured) }
        return FilledHour(
            start, kilograms, .replaced(.init(method: .product, hours: Set(sources).sorted())))
    }
}
