/// Ranks of exact values, 1 for the best. Equal values share a rank; the order of the input has no influence.
///
/// Official rankings are standard competition ranks (1, 2, 2, 4): the rank is one more than the number of strictly better
/// objects. O(n log n).
public enum CompetitionRank {
    /// Standard competition ranks.
    ///
    /// - Parameters:
    ///   - values: one value an object, nil where it has none. Compare what the scheme compares: rounded or exact.
    ///   - better: the end of the scale that is ranked 1.
    ///   - missing: what becomes of objects without a value.
    /// - Returns: one rank an object, in the order of `values`; nil for one that is excluded.
    public static func ranks<Value: Comparable>(
        of values: [Value?], better: RankDirection, missing: RankMissing
    ) -> [Int?] {
        var ranks = [Int?](repeating: nil, count: values.count)
        for group in groups(values, better: better, missing: missing) {
            for place in group.places { ranks[place] = group.before + 1 }
        }
        return ranks
    }

    /// Ranks of any kind; those of kind `average` may be halves.
    ///
    /// - Parameters: as for `ranks(of:better:missing:)`.
    /// - Returns: one rank an object, in the order of `values`; nil for one that is excluded.
    public static func ranks<Value: Comparable>(
        of values: [Value?], better: RankDirection, missing: RankMissing, kind: RankKind
    ) -> [Rational?] {
        var ranks = [Rational?](repeating: nil, count: values.count)
        for (number, group) in groups(values, better: better, missing: missing).enumerated() {
            let rank =
                switch kind {
                case .competition: Rational(group.before + 1)
                case .dense: Rational(number + 1)
                case .average: Rational(group.before) + half * Rational(group.places.count + 1)
                }
            for place in group.places { ranks[place] = rank }
        }
        return ranks
    }

    private static let half = Rational(ExactDecimal(significand: 5, uncheckedScale: 1))

    /// Objects with equal values, best first, with the number of objects before each group.
    private static func groups<Value: Comparable>(
        _ values: [Value?], better: RankDirection, missing: RankMissing
    ) -> [(before: Int, places: [Int])] {
        let present = values.indices.compactMap { place in values[place].map { (value: $0, place: place) } }
        let sorted = present.sorted { left, right in
            switch better {
            case .low: left.value < right.value
            case .high: left.value > right.value
            }
        }
        var groups: [(before: Int, places: [Int])] = []
        for (position, entry) in sorted.enumerated() {
            if position > 0, sorted[position - 1].value == entry.value {
                groups[groups.count - 1].places.append(entry.place)
            } else {
                groups.append((before: position, places: [entry.place]))
            }
        }
        let absent = values.indices.filter { values[$0] == nil }
        if missing == .last, !absent.isEmpty { groups.append((before: sorted.count, places: absent)) }
        return groups
    }
}
