package import Standards

/// How much each input moves a figure: its value less what it would be without the input.
package struct InputInfluence: Sendable {
    private let measure: Measure
    private let rows: [FigureInput]
    private let share: Rational
    private let value: Rational?
    /// Sums over the rows with a value: of value · weight, and of weight. For means.
    private let total: (product: Rational, weight: Rational)
    /// Whether all rows have the same weight.
    private let isEven: Bool
    /// The rows with a value in rising order. For percentiles.
    private let ranked: [(place: Int, value: Rational)]
    /// Where each of them stands in that order.
    private let ranks: [Int: Int]

    /// - Parameters:
    ///   - value: of all rows by the measure; nil where there is none.
    ///   - percentile: the share, for that measure.
    package init(of value: Rational?, by measure: Measure, percentile: Rational? = nil, over rows: [FigureInput]) {
        self.measure = measure
        self.rows = rows
        self.value = value
        share = percentile ?? 1
        // A figure of a year has thousands of inputs, of one weight as a rule: then their sums follow from the mean.
        let first = rows.first?.weight ?? 1
        isEven = rows.allSatisfy { $0.weight == first }
        var weight: Rational = 0
        if measure == .mean {
            if isEven {
                weight = first * Rational(rows.count { $0.value != nil })
            } else {
                for row in rows where row.value != nil { weight += row.weight }
            }
        }
        total = ((value ?? .zero) * weight, weight)
        ranked =
            measure == .percentile
            ? rows.indices.compactMap { place in rows[place].value.map { (place: place, value: $0) } }
                .sorted { $0.value < $1.value } : []
        ranks = Dictionary(uniqueKeysWithValues: ranked.enumerated().map { ($1.place, $0) })
    }

    /// How much the figure is moved by some of its inputs together; nil where nothing would be left without them, and for
    /// lists and figures that are computed from figures.
    ///
    /// - Parameter places: indices of the rows.
    package func change(by places: [Int]) throws -> Rational? {
        guard let value else { return nil }
        switch measure {
        case .mean:
            var without = total
            for row in places.lazy.map({ rows[$0] }) {
                guard let value = row.value else { continue }
                without.product -= row.weight == 1 ? value : value * row.weight
                without.weight -= row.weight
            }
            return without.weight.isZero ? nil : value - (try without.product / without.weight)
        case .sum: return places.reduce(Rational.zero) { $0 + (rows[$1].value ?? .zero) }
        case .count: return Rational(places.count)
        case .maximum:
            let removed = Set(places)
            return rows.indices.lazy.filter { !removed.contains($0) }.compactMap { rows[$0].value }.max()
                .map { value - $0 }
        case .percentile: return try percentile(without: places).map { value - $0 }
        case .list, .ratio, .difference, .share: return nil
        }
    }

    private func percentile(without places: [Int]) throws -> Rational? {
        let removed = places.compactMap { ranks[$0] }
        // The usual case, asked once for every input: no new list.
        if removed.count == 1 {
            return try Measure.percentile(share, of: ranked.count - 1) { ranked[$0 < removed[0] ? $0 : $0 + 1].value }
        }
        let gone = Set(removed)
        let left = ranked.indices.filter { !gone.contains($0) }
        return try Measure.percentile(share, of: left.count) { ranked[left[$0]].value }
    }

    /// The inputs that move the figure most, the strongest first; none where all move it alike or not at all.
    package func strongest(_ count: Int) throws -> [(place: Int, change: Rational)] {
        var changes: [(place: Int, change: Rational)] = []
        for place in candidates(count) where rows[place].value != nil {
            if let change = try change(by: [place]) { changes.append((place, change)) }
        }
        guard let first = changes.first, changes.contains(where: { $0.change != first.change }) else { return [] }
        changes.removeAll { $0.change.isZero }
        changes.sort { left, right in
            left.change.magnitude == right.change.magnitude
                ? left.place < right.place : left.change.magnitude > right.change.magnitude
        }
        return Array(changes.prefix(count))
    }

    /// The rows among which the strongest are.
    private func candidates(_ count: Int) -> [Int] {
        switch measure {
        case .mean where isEven: return extremes(count)
        case .sum: return extremes(count)
        // A maximum is moved by its largest value only, by nobody where two share it.
        case .maximum:
            let largest = rows.indices.filter { rows[$0].value == value }
            let other = rows.indices.filter { rows[$0].value != nil && rows[$0].value != value }.prefix(1)
            return largest.count > 1 ? [] : largest + other
        default: return Array(rows.indices)
        }
    }

    /// So many rows of the largest and of the smallest values: of equal weights, they move a mean or a sum most.
    private func extremes(_ count: Int) -> [Int] {
        var largest: [(place: Int, value: Rational)] = []
        var smallest: [(place: Int, value: Rational)] = []
        func take(_ row: (place: Int, value: Rational), into list: inout [(place: Int, value: Rational)], at index: Int)
        {
            list.insert(row, at: index)
            if list.count > count { list.removeLast() }
        }
        for place in rows.indices {
            guard let value = rows[place].value else { continue }
            if largest.count < count || largest.last.map({ $0.value < value }) ?? true {
                take((place, value), into: &largest, at: largest.firstIndex { $0.value < value } ?? largest.count)
            }
            if smallest.count < count || smallest.last.map({ $0.value > value }) ?? true {
                take((place, value), into: &smallest, at: smallest.firstIndex { $0.value > value } ?? smallest.count)
            }
        }
        return Set((largest + smallest).map(\.place)).sorted()
    }
}
