/// How measurements become the mean that is assessed (环办监测函〔2020〕82号, 总站水字〔2020〕90号).
public struct WaterMeanRule: Hashable, Sendable {
    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// Decimals of values that are assessed.
    public let assessmentDecimals: [WaterItem: Int]
    /// Decimals of hourly values on display.
    public let displayDecimals: [WaterItem: Int]
    /// The share of the detection limit that stands for a value below it (1/2).
    public let belowLimitShare: Rational

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for decimals no decimal can have (pH: 0 … 17) or a share outside 0 … 1.
    public init(
        id: String, title: String, assessmentDecimals: [WaterItem: Int], displayDecimals: [WaterItem: Int],
        belowLimitShare: Rational
    ) throws(StandardsError) {
        for (item, decimals) in Array(assessmentDecimals) + Array(displayDecimals)
        where !(0..<ExactDecimal.maximumScale).contains(decimals) {
            throw StandardsError(.invalidRule, subject: item.rawValue, value: "\(decimals)")
        }
        guard belowLimitShare >= 0, belowLimitShare <= 1 else {
            throw StandardsError(.invalidRule, subject: "belowLimitShare", value: belowLimitShare.description)
        }
        self.id = id
        self.title = title
        self.assessmentDecimals = assessmentDecimals
        self.displayDecimals = displayDecimals
        self.belowLimitShare = belowLimitShare
    }

    /// The mean of an item, rounded once to the assessment decimals (half to even; one significant digit is kept where
    /// the result would be zero). pH is averaged by hydrogen ion.
    ///
    /// - Throws: `.noValues` for an empty list, `.unknownItem` for an item without decimals, `.valueOutOfRange` for a
    ///   pH outside 0 … 14 or below a detection limit.
    public func mean(of measurements: [WaterMeasurement], item: WaterItem) throws(StandardsError) -> WaterMean {
        guard let decimals = assessmentDecimals[item] else {
            throw StandardsError(.unknownItem, subject: item.rawValue)
        }
        guard !measurements.isEmpty else { throw StandardsError(.noValues, subject: item.rawValue) }
        if item == .ph { return try hydrogenIonMean(of: measurements, decimals: decimals) }
        var sum = ExactSum()
        var limits = ExactSum()
        for measurement in measurements {
            switch measurement {
            case .measured(let value): sum.add(value)
            case .belowLimit(let limit): limits.add(limit)
            }
        }
        let exact = try (sum.total + limits.total * belowLimitShare) / Rational(measurements.count)
        return WaterMean(
            value: try exact.rounded(decimals: decimals, keepingOneDigit: true), exact: exact,
            count: measurements.count, belowLimitCount: limits.count)
    }

    /// The mean of means, each counting alike: of the twelve months of a year, of the sections of a river, of the points
    /// of a lake. Made of the unrounded means and rounded once; pH by hydrogen ion.
    ///
    /// - Throws: as `mean(of:item:)`.
    public func mean(ofMeans means: [WaterMean], item: WaterItem) throws(StandardsError) -> WaterMean {
        guard let decimals = assessmentDecimals[item] else {
            throw StandardsError(.unknownItem, subject: item.rawValue)
        }
        guard !means.isEmpty else { throw StandardsError(.noValues, subject: item.rawValue) }
        let count = means.reduce(0) { $0 + $1.count }
        let belowLimitCount = means.reduce(0) { $0 + $1.belowLimitCount }
        if item == .ph {
            var shares: [ExactDecimal: Rational] = [:]
            for mean in means {
                for (value, share) in mean.hydrogenShares {
                    shares[value] = try (shares[value] ?? .zero) + share / Rational(means.count)
                }
            }
            return WaterMean(
                value: try HydrogenIonMean.rounded(weights: shares, decimals: decimals), exact: nil, count: count,
                belowLimitCount: 0, hydrogenShares: shares)
        }
        var sum = Rational.zero
        for mean in means {
            guard let exact = mean.exact else { throw StandardsError(.noValues, subject: item.rawValue) }
            sum += exact
        }
        let exact = try sum / Rational(means.count)
        return WaterMean(
            value: try exact.rounded(decimals: decimals, keepingOneDigit: true), exact: exact, count: count,
            belowLimitCount: belowLimitCount)
    }

    /// An hourly value as it is displayed.
    ///
    /// - Throws: `.unknownItem` for an item without display decimals.
    public func displayed(_ value: ExactDecimal, item: WaterItem) throws(StandardsError) -> ExactDecimal {
        guard let decimals = displayDecimals[item] else { throw StandardsError(.unknownItem, subject: item.rawValue) }
        return try value.rounded(decimals: decimals, keepingOneDigit: true)
    }

    private func hydrogenIonMean(
        of measurements: [WaterMeasurement], decimals: Int
    ) throws(StandardsError) -> WaterMean {
        var values: [ExactDecimal] = []
        for measurement in measurements {
            guard case .measured(let value) = measurement else {
                throw StandardsError(.valueOutOfRange, subject: WaterItem.ph.rawValue)
            }
            values.append(value)
        }
        var counts: [ExactDecimal: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        var shares: [ExactDecimal: Rational] = [:]
        for (value, count) in counts { shares[value] = try Rational(numerator: count, denominator: values.count) }
        return WaterMean(
            value: try HydrogenIonMean.rounded(values, decimals: decimals), exact: nil, count: values.count,
            belowLimitCount: 0, hydrogenShares: shares)
    }
}
