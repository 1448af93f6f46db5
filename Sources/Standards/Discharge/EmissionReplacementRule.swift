/// How gaps are filled where amounts are added up (HJ 75-2017, HJ 356-2019) – never where exceedance is judged.
public struct EmissionReplacementRule: Hashable, Sendable {
    /// One row of the table of HJ 75-2017.
    public struct Step: Hashable, Sendable {
        /// The effective rate of the quarter from which on the row holds, included.
        public let leastRate: Rational
        /// The longest gap, in hours, for which it holds; nil for any.
        public let maximumHours: Int?
        /// How many valid hours before the gap are looked at.
        public let window: Int

        /// Makes a row.
        public init(leastRate: Rational, maximumHours: Int?, window: Int) {
            self.leastRate = leastRate
            self.maximumHours = maximumHours
            self.window = window
        }
    }

    /// The ways of filling a gap.
    public enum Method: Hashable, Sendable {
        /// The largest of the last valid hours before the gap; the first row that fits holds.
        case largest([Step])
        /// The mean of the preceding valid period of equal length; of these items the median.
        case preceding(medianOf: [DischargeItem])
        /// The mean of both neighbours, for gaps up to so many hours (HJ/T 75-2007).
        case neighbours(maximumHours: Int)
    }

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// What is discharged.
    public let medium: DischargeMedium
    /// The way.
    public let method: Method

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for a rate outside 0 … 1, a window or length below one hour, a table without rows.
    public init(id: String, title: String, medium: DischargeMedium, method: Method) throws(StandardsError) {
        let isUsable =
            switch method {
            case .largest(let steps):
                !steps.isEmpty
                    && steps.allSatisfy {
                        $0.leastRate >= 0 && $0.leastRate <= 1 && $0.window > 0 && $0.maximumHours ?? 1 > 0
                    }
            case .preceding: true
            case .neighbours(let maximumHours): maximumHours > 0
            }
        guard isUsable else { throw StandardsError(.invalidRule, subject: id) }
        self.id = id
        self.title = title
        self.medium = medium
        self.method = method
    }
}
