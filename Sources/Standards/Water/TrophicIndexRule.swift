/// 综合营养状态指数 TLI(Σ) of lakes: one logarithmic index an item, weighted by its correlation with chlorophyll.
///
/// `TLI(j) = 10 (a + b ln x)`, `TLI(Σ) = Σ W_j TLI(j)`, `W_j = r_j² / Σ r²`.
public struct TrophicIndexRule: Hashable, Sendable {
    /// One of the five items.
    public struct Item: Hashable, Sendable {
        /// The item.
        public let item: WaterItem
        /// a.
        public let constant: Rational
        /// b, the factor of the logarithm.
        public let factor: Rational
        /// r² with chlorophyll.
        public let correlation: Rational
        /// What a value in the unit of `WaterItem` is multiplied by to be in the unit of the formula (chlorophyll: mg/L to
        /// mg/m³, 1000).
        public let unitFactor: Rational

        /// Makes an item.
        public init(
            item: WaterItem, constant: Rational, factor: Rational, correlation: Rational, unitFactor: Rational
        ) {
            self.item = item
            self.constant = constant
            self.factor = factor
            self.correlation = correlation
            self.unitFactor = unitFactor
        }
    }

    /// A trophic grade, the least nutrients first.
    public struct Grade: Hashable, Sendable {
        /// 贫营养 …
        public let name: String
        /// The index is below this; nil for no such bound.
        public let below: Rational?
        /// The index is at most this; nil for no such bound.
        public let atMost: Rational?

        /// Makes a grade.
        public init(name: String, below: Rational?, atMost: Rational?) {
            self.name = name
            self.below = below
            self.atMost = atMost
        }
    }

    /// The index of a lake.
    public struct Result: Hashable, Sendable {
        /// TLI(j) of each item, rounded.
        public let parts: [WaterItem: ExactDecimal]
        /// TLI(Σ), rounded.
        public let index: ExactDecimal
        /// The grade, by the unrounded index.
        public let grade: Grade
        /// The place of the grade, the least nutrients 0.
        public let rank: Int
    }

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The items, chlorophyll first.
    public let items: [Item]
    /// The grades; the last one holds for everything.
    public let grades: [Grade]
    /// Decimals of the index as published.
    public let decimals: Int

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for correlations that are not above zero or grades without an open end.
    public init(
        id: String, title: String, items: [Item], grades: [Grade], decimals: Int
    ) throws(StandardsError) {
        guard !items.isEmpty, items.allSatisfy({ $0.correlation > 0 && $0.unitFactor > 0 }) else {
            throw StandardsError(.invalidRule, subject: "items")
        }
        guard let last = grades.last, last.below == nil, last.atMost == nil else {
            throw StandardsError(.invalidRule, subject: "grades")
        }
        self.id = id
        self.title = title
        self.items = items
        self.grades = grades
        self.decimals = decimals
    }

    /// W_j of an item, exact; nil for an item that takes no part.
    public func weight(of item: WaterItem) -> Rational? {
        guard let entry = items.first(where: { $0.item == item }) else { return nil }
        let sum = items.reduce(Rational.zero) { $0 + $1.correlation }
        // Safe: correlations are above zero.
        return try? entry.correlation / sum
    }

    /// TLI(j) of one item, unrounded.
    ///
    /// - Throws: `.unknownItem`, `.valueOutOfRange` for a value that is not above zero.
    public func index(of item: WaterItem, value: Rational) throws(StandardsError) -> LogarithmSum {
        guard let entry = items.first(where: { $0.item == item }) else {
            throw StandardsError(.unknownItem, subject: item.rawValue)
        }
        guard value > 0 else {
            throw StandardsError(.valueOutOfRange, subject: item.rawValue, value: value.description)
        }
        var sum = LogarithmSum(entry.constant * 10)
        try sum.add(entry.factor * 10, logarithmOf: value * entry.unitFactor)
        return sum
    }

    /// TLI(Σ), unrounded.
    ///
    /// - Throws: `.noValues` for an item without a value, `.valueOutOfRange` as above.
    public func index(of values: [WaterItem: Rational]) throws(StandardsError) -> LogarithmSum {
        var sum = LogarithmSum(0)
        for entry in items {
            guard let value = values[entry.item], let weight = weight(of: entry.item) else {
                throw StandardsError(.noValues, subject: entry.item.rawValue)
            }
            sum.add(try index(of: entry.item, value: value), times: weight)
        }
        return sum
    }

    /// The grade of an index, decided with proof; and its place.
    ///
    /// - Throws: `.overflow` when the precision does not decide.
    public func grade(of index: LogarithmSum) throws(StandardsError) -> (rank: Int, grade: Grade) {
        let bounds = Array(Set(grades.flatMap { [$0.below, $0.atMost].compactMap { $0 } }))
        let signs = Dictionary(uniqueKeysWithValues: zip(bounds, try index.signs(minus: bounds)))
        for (rank, grade) in grades.enumerated() {
            if let bound = grade.below, signs[bound] ?? 0 >= 0 { continue }
            if let bound = grade.atMost, signs[bound] ?? 0 > 0 { continue }
            return (rank, grade)
        }
        // The last grade has no bound.
        return (grades.count - 1, grades[grades.count - 1])
    }

    /// The index of a lake with its parts and grade.
    ///
    /// - Throws: as `index(of:)`.
    public func evaluate(_ values: [WaterItem: Rational]) throws(StandardsError) -> Result {
        var parts: [WaterItem: ExactDecimal] = [:]
        for entry in items {
            guard let value = values[entry.item] else {
                throw StandardsError(.noValues, subject: entry.item.rawValue)
            }
            parts[entry.item] = try index(of: entry.item, value: value).rounded(decimals: decimals)
        }
        let index = try index(of: values)
        let grade = try grade(of: index)
        return Result(
            parts: parts, index: try index.rounded(decimals: decimals), grade: grade.grade, rank: grade.rank)
    }
}
