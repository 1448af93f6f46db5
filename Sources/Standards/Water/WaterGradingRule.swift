/// How a river, basin or system is graded and how its change is called (环办〔2011〕22号).
public struct WaterGradingRule: Hashable, Sendable {
    /// One row of the table of proportions; the first row whose bounds hold gives the grade.
    public struct Row: Hashable, Sendable {
        /// The share of Ⅰ to Ⅲ is at least this; nil for no bound.
        public let goodAtLeast: Rational?
        /// The share of 劣Ⅴ is below this; nil for no bound.
        public let inferiorBelow: Rational?
        /// Word and colour.
        public let grade: WaterEvaluationMethod.Grade

        /// Makes a row.
        public init(goodAtLeast: Rational?, inferiorBelow: Rational?, grade: WaterEvaluationMethod.Grade) {
            self.goodAtLeast = goodAtLeast
            self.inferiorBelow = inferiorBelow
            self.grade = grade
        }

        func holds(for proportions: WaterProportions) -> Bool {
            if let goodAtLeast, proportions.goodShare < goodAtLeast { return false }
            if let inferiorBelow, proportions.inferiorShare >= inferiorBelow { return false }
            return true
        }
    }

    /// A change of proportions.
    public struct ProportionChange: Hashable, Sendable {
        /// ΔG, change of the share of Ⅰ to Ⅲ in percentage points, exact.
        public let good: Rational
        /// ΔD, change of the share of 劣Ⅴ in percentage points, exact.
        public let inferior: Rational
        /// What it is called.
        public let change: WaterChange

        /// ΔG − ΔD in percentage points, exact; above zero is better.
        public var difference: Rational { good - inferior }
    }

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// From how many sections on the proportions decide (5); with fewer the means over the sections do.
    public let minimumSections: Int
    /// The table of proportions, best first.
    public let rows: [Row]
    /// |ΔG − ΔD| up to this is 无明显变化, in percentage points.
    public let similarUpTo: Rational
    /// |ΔG − ΔD| above this is 明显变化, in percentage points.
    public let clearAbove: Rational

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` unless the last row holds for everything and the bounds of change ascend.
    public init(
        id: String, title: String, minimumSections: Int, rows: [Row], similarUpTo: Rational, clearAbove: Rational
    ) throws(StandardsError) {
        guard let last = rows.last, last.goodAtLeast == nil, last.inferiorBelow == nil, minimumSections > 0 else {
            throw StandardsError(.invalidRule, subject: "rows")
        }
        guard similarUpTo >= 0, similarUpTo <= clearAbove else {
            throw StandardsError(.invalidRule, subject: "change", value: similarUpTo.description)
        }
        self.id = id
        self.title = title
        self.minimumSections = minimumSections
        self.rows = rows
        self.similarUpTo = similarUpTo
        self.clearAbove = clearAbove
    }

    /// Whether so many sections are graded by proportions.
    public func gradesByProportions(_ sectionCount: Int) -> Bool { sectionCount >= minimumSections }

    /// The place in `rows` (best 0) of a spread over the classes.
    public func rank(of proportions: WaterProportions) -> Int {
        // The last row holds for everything.
        rows.firstIndex { $0.holds(for: proportions) } ?? rows.count - 1
    }

    /// The grade of a spread over the classes.
    public func grade(of proportions: WaterProportions) -> WaterEvaluationMethod.Grade {
        rows[rank(of: proportions)].grade
    }

    /// The change between two grades, given by their places, best first: one step is 有所, two and more are 明显.
    public static func change(fromRank earlier: Int, toRank later: Int) -> WaterChange {
        switch later - earlier {
        case 0: .none
        case -1: .better
        case 1: .worse
        case ..<(-1): .muchBetter
        default: .muchWorse
        }
    }

    /// The change between two spreads, which must be of the same sections and items.
    public func change(from earlier: WaterProportions, to later: WaterProportions) -> ProportionChange {
        let good = (later.goodShare - earlier.goodShare) * 100
        let inferior = (later.inferiorShare - earlier.inferiorShare) * 100
        let difference = good - inferior
        let change: WaterChange =
            if difference.magnitude <= similarUpTo { .none } else if difference.magnitude > clearAbove {
                difference > 0 ? .muchBetter : .muchWorse
            } else { difference > 0 ? .better : .worse }
        return ProportionChange(good: good, inferior: inferior, change: change)
    }
}
