/// Grades of the general level of a city's noise, of its area and of its roads (HJ 640-2012).
public struct NoiseGradeRule: Hashable, Sendable {
    /// What the mean is of.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// 城市区域声环境: the arithmetic mean of the grid points.
        case area
        /// 道路交通声环境: the mean of the road sections weighted by their length.
        case road
    }

    /// A grade with the largest mean that has it, in dB(A); nil for the last.
    public struct Grade: Hashable, Sendable {
        /// `一级` … `五级`.
        public let name: String
        /// What it is called: `好` … `差`.
        public let word: String
        /// The largest mean of areas.
        public let area: NoiseLimit?
        /// The largest mean of roads.
        public let road: NoiseLimit?

        /// Makes a grade.
        public init(name: String, word: String, area: NoiseLimit?, road: NoiseLimit?) {
            self.name = name
            self.word = word
            self.area = area
            self.road = road
        }

        /// The largest mean of a kind by day or night.
        public func limit(_ kind: Kind, _ period: NoisePeriod) -> ExactDecimal? {
            (kind == .area ? area : road)?[period]
        }
    }

    /// One measured road section.
    public struct RoadSection: Hashable, Sendable {
        /// Leq in dB(A).
        public let level: ExactDecimal
        /// Its length in any unit that is the same for all; above zero.
        public let length: ExactDecimal

        /// Makes a section.
        public init(level: ExactDecimal, length: ExactDecimal) {
            self.level = level
            self.length = length
        }
    }

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The grades, best first.
    public let grades: [Grade]
    /// Decimals to which a mean is rounded before it is graded.
    public let decimals: Int

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for decimals outside 0 … 4, fewer than two grades, limits that do not rise, a last grade
    ///   with a limit.
    public init(id: String, title: String, grades: [Grade], decimals: Int) throws(StandardsError) {
        guard (0...4).contains(decimals) else {
            throw StandardsError(.invalidRule, subject: "decimals", value: "\(decimals)")
        }
        for kind in Kind.allCases {
            for period in NoisePeriod.allCases {
                let limits = grades.dropLast().map { $0.limit(kind, period) }
                let rises = zip(limits, limits.dropFirst()).allSatisfy { lower, upper in
                    if let lower, let upper { lower < upper } else { false }
                }
                guard !limits.isEmpty, limits[0] != nil, rises, grades.last?.limit(kind, period) == nil else {
                    throw StandardsError(.invalidRule, subject: kind.rawValue)
                }
            }
        }
        self.id = id
        self.title = title
        self.grades = grades
        self.decimals = decimals
    }

    /// The mean of the grid points of an area, exact.
    ///
    /// - Throws: `.noValues`, `.valueOutOfRange` for a level outside 0 … 200 dB.
    public func areaMean(_ levels: [ExactDecimal]) throws(StandardsError) -> Rational {
        for level in levels { try Self.check(level) }
        guard let mean = ExactSum(levels).mean else { throw StandardsError(.noValues) }
        return mean
    }

    /// The mean of road sections weighted by length, `Σ l·L / Σ l`, exact.
    ///
    /// - Throws: `.noValues`, `.valueOutOfRange` for a level outside 0 … 200 dB or a length that is not above zero.
    public func roadMean(_ sections: [RoadSection]) throws(StandardsError) -> Rational {
        guard !sections.isEmpty else { throw StandardsError(.noValues) }
        var product = Rational.zero
        var length = Rational.zero
        for section in sections {
            try Self.check(section.level)
            guard section.length > 0 else {
                throw StandardsError(.valueOutOfRange, subject: "length", value: section.length.description)
            }
            product += section.level.rational * section.length.rational
            length += section.length.rational
        }
        return try product / length
    }

    /// The grade of a mean, which is rounded once to `decimals` first; the rounded mean comes with it.
    ///
    /// - Throws: `.valueOutOfRange` for a mean outside 0 … 200 dB.
    public func grade(
        _ mean: Rational, _ kind: Kind, _ period: NoisePeriod
    ) throws(StandardsError) -> (mean: ExactDecimal, grade: Grade) {
        let rounded = try mean.rounded(decimals: decimals)
        try Self.check(rounded)
        for grade in grades {
            guard let limit = grade.limit(kind, period) else { return (rounded, grade) }
            if rounded <= limit { return (rounded, grade) }
        }
        // Unreachable: the last grade has no limit.
        throw StandardsError(.invalidRule, subject: kind.rawValue)
    }

    private static func check(_ level: ExactDecimal) throws(StandardsError) {
        guard EnergyMean.range.contains(level) else {
            throw StandardsError(.valueOutOfRange, subject: "level", value: level.description)
        }
    }
}
