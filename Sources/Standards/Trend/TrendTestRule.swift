/// The rank-correlation test for a trend over periods (Spearman, 秩相关系数法), with its critical values as data.
public struct TrendTestRule: Hashable, Sendable {
    /// What the test found.
    public enum Verdict: Hashable, Sendable {
        /// Significantly rising.
        case rising
        /// Significantly falling.
        case falling
        /// |r_s| is below the critical value: no significant trend.
        case notSignificant
        /// The table has no critical value for so many periods; nothing is interpolated.
        case notInTable
    }

    /// The coefficient and what it means.
    public struct Result: Hashable, Sendable {
        /// r_s, exact.
        public let coefficient: Rational
        /// Σd², exact; whole unless values are equal.
        public let squares: Rational
        /// How many periods took part.
        public let count: Int
        /// Whether values were equal and so shared a mean rank.
        public let hasTies: Bool
        /// The critical value compared with; nil when the table has none.
        public let critical: Rational?
        /// What the test found.
        public let verdict: Verdict
    }

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The fewest periods the test may be used for (5).
    public let minimumCount: Int
    /// Critical values W_p by level of significance and number of periods.
    public let critical: [Rational: [Int: Rational]]

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for critical values outside 0 … 1 or fewer than two periods.
    public init(
        id: String, title: String, minimumCount: Int, critical: [Rational: [Int: Rational]]
    ) throws(StandardsError) {
        guard minimumCount > 1, !critical.isEmpty else { throw StandardsError(.invalidRule, subject: id) }
        for (level, values) in critical where values.isEmpty || values.values.contains(where: { $0 <= 0 || $0 > 1 }) {
            throw StandardsError(.invalidRule, subject: "critical", value: level.description)
        }
        self.id = id
        self.title = title
        self.minimumCount = minimumCount
        self.critical = critical
    }

    /// Tests values in the order of their periods: `r_s = 1 − 6 Σd² / (N³ − N)`, d the difference between the rank of a
    /// value and that of its period. Equal values share the mean of their ranks, and the formula is used unchanged.
    /// |r_s| at or above the critical value is a significant trend.
    ///
    /// - Parameter level: the level of significance, which the table must have: 0.05.
    /// - Throws: `.wrongCount` for fewer than `minimumCount` values, `.unknownItem` for a level the table does not have.
    public func test(_ values: [Rational], level: Rational) throws(StandardsError) -> Result {
        guard values.count >= minimumCount else {
            throw StandardsError(.wrongCount, subject: "periods", value: "\(values.count)")
        }
        guard let table = critical[level] else {
            throw StandardsError(.unknownItem, subject: "level", value: level.description)
        }
        let doubled = TrendTestRule.doubledRanks(values)
        // d and Σd² in halves of a rank, so that all stays whole.
        let quarters = doubled.enumerated().reduce(0) { sum, entry in
            let difference = entry.element - 2 * (entry.offset + 1)
            return sum + difference * difference
        }
        let count = values.count
        let squares = try Rational(numerator: quarters, denominator: 4)
        let coefficient = try 1 - squares * 6 / Rational(count * count * count - count)
        let bound = table[count]
        let verdict: Verdict =
            if let bound {
                coefficient.magnitude < bound ? .notSignificant : coefficient > 0 ? .rising : .falling
            } else { .notInTable }
        return Result(
            coefficient: coefficient, squares: squares, count: count, hasTies: Set(values).count < count,
            critical: bound, verdict: verdict)
    }

    /// Twice the rank of each value, smallest first; equal values share the mean of their ranks.
    private static func doubledRanks(_ values: [Rational]) -> [Int] {
        values.map { value in
            let smaller = values.count { $0 < value }
            let equal = values.count { $0 == value }
            // The ranks smaller + 1 … smaller + equal have the mean smaller + (equal + 1) / 2.
            return 2 * smaller + equal + 1
        }
    }
}
