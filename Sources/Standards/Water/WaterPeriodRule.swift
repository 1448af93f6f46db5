/// From which data the mean of a period is made and how many it needs (环办〔2011〕22号).
public struct WaterPeriodRule: Hashable, Sendable {
    /// What the mean of a period is the mean of.
    public enum Basis: String, CaseIterable, Hashable, Sendable {
        /// All measurements of the period alike.
        case measurements
        /// The means of its months, each month alike.
        case months
    }

    /// One length of period.
    public struct Term: Hashable, Sendable {
        /// What the mean is made of.
        public let basis: Basis
        /// How many measurements (months) are needed; nil where the rule names no number.
        public let minimum: Int?
        /// How many are enough when ice prevents sampling; nil where ice makes no difference.
        public let minimumWithIce: Int?

        /// Makes a term.
        public init(basis: Basis, minimum: Int?, minimumWithIce: Int? = nil) {
            self.basis = basis
            self.minimum = minimum
            self.minimumWithIce = minimumWithIce
        }
    }

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    private let terms: [WaterPeriodLength: Term]

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` unless every length has a term whose numbers are above zero.
    public init(id: String, title: String, terms: [WaterPeriodLength: Term]) throws(StandardsError) {
        for length in WaterPeriodLength.allCases {
            guard let term = terms[length], term.minimum ?? 1 > 0, term.minimumWithIce ?? 1 > 0 else {
                throw StandardsError(.invalidRule, subject: length.rawValue)
            }
        }
        self.id = id
        self.title = title
        self.terms = terms
    }

    /// The term of a length of period.
    public func term(_ length: WaterPeriodLength) -> Term {
        // Every length has one: `init` refuses otherwise.
        terms[length] ?? Term(basis: .measurements, minimum: nil)
    }

    /// Whether `count` measurements (months) are enough for a period.
    ///
    /// - Parameter hasIce: whether ice prevented sampling in the months that are lacking.
    public func isEnough(_ count: Int, for length: WaterPeriodLength, hasIce: Bool = false) -> Bool {
        let term = term(length)
        return count >= (hasIce ? term.minimumWithIce ?? term.minimum : term.minimum) ?? 1
    }

    /// The mean of an item over a period.
    ///
    /// - Parameter months: the measurements, month by month; months without any are left out.
    /// - Throws: as `WaterMeanRule.mean(of:item:)`.
    public func mean(
        of months: [[WaterMeasurement]], item: WaterItem, over length: WaterPeriodLength, by rule: WaterMeanRule
    ) throws(StandardsError) -> WaterMean {
        guard term(length).basis == .months else {
            return try rule.mean(of: months.flatMap { $0 }, item: item)
        }
        var means: [WaterMean] = []
        for month in months where !month.isEmpty { means.append(try rule.mean(of: month, item: item)) }
        return try rule.mean(ofMeans: means, item: item)
    }
}
