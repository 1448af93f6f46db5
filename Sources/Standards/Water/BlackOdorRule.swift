/// Grading of black and odorous water bodies (黑臭水体): every indicator has a mild and, mostly, a heavy bound.
public struct BlackOdorRule: Hashable, Sendable {
    /// What is measured.
    public enum Indicator: String, CaseIterable, Hashable, Sendable {
        /// 透明度 in cm.
        case transparency = "sd"
        /// 溶解氧 in mg/L.
        case oxygen = "do"
        /// 氧化还原电位 in mV.
        case potential = "orp"
        /// 氨氮 in mg/L.
        case ammonia = "nh3n"
    }

    /// How bad a point or reach is, best first.
    public enum Grade: Int, CaseIterable, Hashable, Comparable, Sendable {
        /// 非黑臭.
        case none
        /// 轻度黑臭; where a rule knows one degree only, 黑臭.
        case mild
        /// 重度黑臭.
        case heavy

        /// Better grades come first.
        public static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }
    }

    /// On which side of a number water is bad.
    public enum Bound: Hashable, Sendable {
        /// Bad below the number.
        case below(ExactDecimal)
        /// Bad at and below the number.
        case atMost(ExactDecimal)
        /// Bad above the number.
        case above(ExactDecimal)

        func isCrossed(by value: ExactDecimal) -> Bool {
            switch self {
            case .below(let bound): value < bound
            case .atMost(let bound): value <= bound
            case .above(let bound): value > bound
            }
        }
    }

    /// One indicator's bounds.
    public struct Row: Hashable, Sendable {
        /// The indicator.
        public let indicator: Indicator
        /// From where on it is mildly bad.
        public let mild: Bound
        /// From where on it is heavily bad; nil where the rule knows one degree only.
        public let heavy: Bound?

        /// Makes a row.
        public init(indicator: Indicator, mild: Bound, heavy: Bound?) {
            self.indicator = indicator
            self.mild = mild
            self.heavy = heavy
        }
    }

    /// What holds for transparency where the water is shallower than its bound.
    public struct Shallow: Hashable, Sendable {
        /// Shallow below this depth in cm; this depth itself is deep enough.
        public let depthBelow: ExactDecimal
        /// The share of the depth compared with (0.4).
        public let share: ExactDecimal
        /// The grade of a transparency of at least that share of the depth.
        public let atLeast: Grade
        /// The grade of a transparency below it.
        public let below: Grade

        /// Makes the rule for shallow water.
        public init(depthBelow: ExactDecimal, share: ExactDecimal, atLeast: Grade, below: Grade) {
            self.depthBelow = depthBelow
            self.share = share
            self.atLeast = atLeast
            self.below = below
        }
    }

    /// What was found at a point.
    public struct Point: Hashable, Sendable {
        /// The grade of each indicator with a value.
        public let grades: [Indicator: Grade]
        /// Indicators of the rule without a value.
        public let missing: [Indicator]

        /// The grade of the point: that of its worst indicator; nil when nothing was measured.
        public var grade: Grade? { grades.values.max() }
    }

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The indicators and their bounds.
    public let rows: [Row]
    /// Transparency of shallow water.
    public let shallow: Shallow
    /// A reach is heavy when more than this share of its points is; nil where the rule knows one degree only.
    public let heavyShareAbove: Rational?

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` without rows or with an indicator twice.
    public init(
        id: String, title: String, rows: [Row], shallow: Shallow, heavyShareAbove: Rational?
    ) throws(StandardsError) {
        guard !rows.isEmpty, Set(rows.map(\.indicator)).count == rows.count else {
            throw StandardsError(.invalidRule, subject: id)
        }
        self.id = id
        self.title = title
        self.rows = rows
        self.shallow = shallow
        self.heavyShareAbove = heavyShareAbove
    }

    /// Grades a point by its worst indicator.
    ///
    /// - Parameters:
    ///   - depth: of the water in cm; nil when it is deep enough for the plain bounds.
    ///   - isBottomVisible: 清澈见底; then shallow water is not black whatever its transparency.
    public func grade(
        _ values: [Indicator: ExactDecimal], depth: ExactDecimal? = nil, isBottomVisible: Bool = false
    ) -> Point {
        var grades: [Indicator: Grade] = [:]
        var missing: [Indicator] = []
        for row in rows {
            if row.indicator == .transparency, let depth, depth < shallow.depthBelow {
                if isBottomVisible {
                    grades[.transparency] = Grade.none
                } else if let value = values[.transparency] {
                    let isAtLeast = Rational(value) >= Rational(depth) * Rational(shallow.share)
                    grades[.transparency] = isAtLeast ? shallow.atLeast : shallow.below
                } else {
                    missing.append(.transparency)
                }
                continue
            }
            guard let value = values[row.indicator] else {
                missing.append(row.indicator)
                continue
            }
            let isHeavy = row.heavy?.isCrossed(by: value) ?? false
            grades[row.indicator] = isHeavy ? .heavy : row.mild.isCrossed(by: value) ? .mild : Grade.none
        }
        return Point(grades: grades, missing: missing)
    }

    /// The grade of a reach from those of its points: none when no point is black, heavy when more than the share is.
    ///
    /// - Throws: `.noValues` for no point.
    public func reach(_ points: [Grade]) throws(StandardsError) -> Grade {
        guard !points.isEmpty else { throw StandardsError(.noValues, subject: "points") }
        guard points.contains(where: { $0 > .none }) else { return .none }
        guard let heavyShareAbove else { return .mild }
        let share = try Rational(numerator: points.count { $0 == .heavy }, denominator: points.count)
        return share > heavyShareAbove ? .heavy : .mild
    }
}
