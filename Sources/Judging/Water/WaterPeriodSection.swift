import Standards

/// The samples of one section in one period.
final class WaterPeriodSection {
    /// The first day of the period.
    let start: CivilDate
    let name: String
    let river: String
    let kind: WaterBodyKind
    let target: WaterClass?
    private var months: [CivilDate: [WaterItem: [WaterMeasurement]]] = [:]
    private var moments: Set<Instant> = []

    init(start: CivilDate, first sample: WaterSample) {
        self.start = start
        name = sample.section
        river = sample.river
        kind = sample.kind
        target = sample.target
    }

    /// Takes a sample in; gives the reason why it cannot.
    func take(_ sample: WaterSample) -> String? {
        guard sample.kind == kind, sample.river == river, sample.target == target else {
            return "断面“\(RowFault.clipped(name))”在本时段内的 kind、river 或 target 前后不一，请统一"
        }
        guard moments.insert(sample.moment).inserted else {
            return "断面“\(RowFault.clipped(name))”同一时间已有一行，请只保留一行"
        }
        let month = sample.moment.beijingDate.firstOfMonth
        for (item, value) in sample.values {
            months[month, default: [:]][item, default: []].append(value)
            hasValues.insert(month)
        }
        if !sample.values.isEmpty { sampleCount += 1 }
        return nil
    }

    /// Samples with at least one value.
    private(set) var sampleCount = 0
    private var hasValues: Set<CivilDate> = []

    /// Months with at least one value.
    var monthCount: Int { hasValues.count }

    /// What the samples of a section give.
    struct Verdict {
        let means: [WaterItem: WaterMean]
        let result: WaterClassResult
        let indicators: [WaterIndicator]
        let isEnough: Bool
    }

    /// Means, class and main indicators.
    ///
    /// - Throws: `.overflow` for numbers beyond what a mean can hold.
    func evaluate(_ rules: WaterPeriodRules, _ options: WaterPeriodOptions) throws(StandardsError) -> Verdict {
        let byMonth = months.sorted { $0.key < $1.key }.map(\.value)
        var means: [WaterItem: WaterMean] = [:]
        for item in WaterSample.items where rules.means.assessmentDecimals[item] != nil {
            let measurements = byMonth.compactMap { $0[item] }
            guard !measurements.isEmpty else { continue }
            means[item] = try rules.periods.mean(of: measurements, item: item, over: options.length, by: rules.means)
        }
        let result = rules.rule.classify(values: means.mapValues(\.value), kind: kind)
        let count = rules.periods.term(options.length).basis == .months ? monthCount : sampleCount
        return Verdict(
            means: means, result: result, indicators: try rules.rule.mainIndicators(of: result, kind: kind),
            isEnough: rules.periods.isEnough(count, for: options.length, hasIce: options.hasIce))
    }
}
