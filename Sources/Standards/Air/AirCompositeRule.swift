/// The composite index of ambient air (环境空气质量综合指数): the sum of the six concentrations over their limits.
///
/// `I_i = C_i / S_i`, `I_sum = Σ w_i · I_i`, exact, rounded once at the end (HJ 663-2013 appendix C). The limits are those
/// of GB 3095 given with the values; the rule names only which averaging each item is measured against. Made from a
/// catalog file.
public struct AirCompositeRule: Hashable, Sendable {
    /// How one item takes part.
    public struct Part: Hashable, Sendable {
        /// Which statistic of the period is put in.
        public let statistic: AirStatistic
        /// Which limit of GB 3095 it is divided by.
        public let averaging: AirAveraging
        /// By how much the quotient counts; 1 in the plain sum.
        public let weight: Rational

        /// Makes the part of an item.
        public init(statistic: AirStatistic, averaging: AirAveraging, weight: Rational) {
            self.statistic = statistic
            self.averaging = averaging
            self.weight = weight
        }
    }

    /// Id of the rule, for example `AIR-COMPOSITE`.
    public let id: String
    /// Title as cited.
    public let title: String
    /// How each of the six items takes part.
    public let parts: [AirItem: Part]
    /// Decimals of a published single index.
    public let singleDecimals: Int
    /// Decimals of the published composite index.
    public let decimals: Int

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` when an item has no part or a weight that is not above zero, or for decimals outside
    ///   0 … 18.
    public init(
        id: String, title: String, parts: [AirItem: Part], singleDecimals: Int, decimals: Int
    ) throws(StandardsError) {
        for item in AirItem.allCases {
            guard let part = parts[item], part.weight > 0 else {
                throw StandardsError(.invalidRule, subject: item.rawValue)
            }
        }
        let allowed = 0...ExactDecimal.maximumScale
        guard allowed.contains(singleDecimals), allowed.contains(decimals) else {
            throw StandardsError(.invalidRule, subject: "decimals")
        }
        self.id = id
        self.title = title
        self.parts = parts
        self.singleDecimals = singleDecimals
        self.decimals = decimals
    }

    /// The index of a place and period.
    ///
    /// - Parameters:
    ///   - values: for each item the statistic that `parts` names, in `AirItem.unit`; an item left out is missing.
    ///   - limits: GB 3095 of the edition that judges.
    ///   - areaClass: the class of the area; published indices use class 2 everywhere.
    /// - Throws: `.unknownItem` when the limits lack the averaging of an item, `.overflow` for sums beyond 19 digits.
    public func index(
        of values: [AirItem: Rational], limits: AirQualityLimits, class areaClass: AirQualityClass = .two
    ) throws(StandardsError) -> AirCompositeResult {
        var terms: [AirCompositeResult.Term] = []
        for item in AirItem.allCases {
            guard let part = parts[item], let limit = limits.limit(item, part.averaging, class: areaClass) else {
                throw StandardsError(.unknownItem, subject: item.rawValue, value: limits.id)
            }
            guard let value = values[item] else { continue }
            let index = try value / Rational(limit)
            terms.append(
                .init(item: item, value: value, limit: limit, weight: part.weight, index: index))
        }
        return try AirCompositeResult(terms: terms, decimals: decimals)
    }

    /// The index of published concentrations.
    ///
    /// - Throws: as `index(of:limits:class:)` for fractions.
    public func index(
        of values: [AirItem: ExactDecimal], limits: AirQualityLimits, class areaClass: AirQualityClass = .two
    ) throws(StandardsError) -> AirCompositeResult {
        try index(of: values.mapValues { Rational($0) }, limits: limits, class: areaClass)
    }
}
