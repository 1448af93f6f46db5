/// 功效系数法: the worst of a group scores 60, the best 100, the others in between by their distance.
public enum EfficacyScore {
    /// Scores of the values of one measure, exact; 100 for all when all are equal.
    ///
    /// `(worst − x) / (worst − best) × 40 + 60`.
    ///
    /// - Parameters:
    ///   - values: one value an object, nil where it has none.
    ///   - better: the end of the scale that scores 100.
    /// - Returns: one score an object, in the order of `values`; nil where there is no value.
    public static func scores(of values: [Rational?], better: RankDirection) -> [Rational?] {
        let present = values.compactMap(\.self)
        guard let lowest = present.min(), let highest = present.max() else { return values }
        let (best, worst) = better == .low ? (lowest, highest) : (highest, lowest)
        return values.map { value in
            value.map { value in
                // The quotient fails only where all values are equal.
                guard let share = try? (worst - value) / (worst - best) else { return 100 }
                return share * 40 + 60
            }
        }
    }
}
