/// 城市水质指数 CWQI (城市地表水环境质量排名技术规定（试行）, 2017): the sum of concentrations in units of the class-Ⅲ limit.
///
/// Most items: `C / S`. Dissolved oxygen: `S / C`. pH: `(7 − C)/(7 − 6)` up to 7, `(C − 7)/(9 − 7)` above.
public struct CityWaterIndexRule: Hashable, Sendable {
    /// The form for pH.
    public struct Acidity: Hashable, Sendable {
        /// The value without pollution (7).
        public let neutral: Rational
        /// The lower end of the range (6).
        public let lower: Rational
        /// The upper end of the range (9).
        public let upper: Rational

        /// Makes the form.
        public init(neutral: Rational, lower: Rational, upper: Rational) {
            self.neutral = neutral
            self.lower = lower
            self.upper = upper
        }
    }

    /// The index of a set of sections or points, exact.
    public struct Index: Hashable, Sendable {
        /// CWQI(i) of each item that took part, exact.
        public let parts: [WaterItem: Rational]
        /// Items without a value; they add nothing.
        public let missing: [WaterItem]
        /// Items whose value was refused: dissolved oxygen of zero, which would divide by zero; they add nothing.
        public let guarded: [WaterItem]

        /// The sum of the parts, exact.
        public var total: Rational { parts.values.reduce(.zero, +) }
    }

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The items, in the order of the standard.
    public let items: [WaterItem]
    /// The class whose limits are the units (Ⅲ).
    public let limitClass: WaterClass
    /// The form for pH.
    public let acidity: Acidity
    /// Decimals of the index as published.
    public let indexDecimals: Int
    /// Decimals of the change in percent as published.
    public let changeDecimals: Int

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` without items, or unless lower, neutral and upper pH ascend.
    public init(
        id: String, title: String, items: [WaterItem], limitClass: WaterClass, acidity: Acidity, indexDecimals: Int,
        changeDecimals: Int
    ) throws(StandardsError) {
        guard !items.isEmpty, acidity.lower < acidity.neutral, acidity.neutral < acidity.upper,
            limitClass != .worseThanFive
        else { throw StandardsError(.invalidRule, subject: id) }
        self.id = id
        self.title = title
        self.items = items.sorted()
        self.limitClass = limitClass
        self.acidity = acidity
        self.indexDecimals = indexDecimals
        self.changeDecimals = changeDecimals
    }

    /// The index of the mean concentrations over all sections (river) or points (lake), without rounding in between.
    ///
    /// - Throws: `.unknownItem` for an item without a limit of the class, `.valueOutOfRange` for a negative value.
    public func index(
        of values: [WaterItem: Rational], kind: WaterBodyKind, standard: WaterStandard
    ) throws(StandardsError) -> Index {
        var parts: [WaterItem: Rational] = [:]
        var missing: [WaterItem] = []
        var guarded: [WaterItem] = []
        for item in items {
            guard let value = values[item] else {
                missing.append(item)
                continue
            }
            guard !value.isNegative else {
                throw StandardsError(.valueOutOfRange, subject: item.rawValue, value: value.description)
            }
            guard let limit = standard.limit(item, kind: kind) else {
                throw StandardsError(.unknownItem, subject: item.rawValue)
            }
            if let part = try part(of: value, limit) { parts[item] = part } else { guarded.append(item) }
        }
        return Index(parts: parts, missing: missing, guarded: guarded)
    }

    /// CWQI(i); nil where it would divide by zero.
    private func part(of value: Rational, _ limit: WaterLimit) throws(StandardsError) -> Rational? {
        switch limit {
        case .atMost(let limits):
            return try value / Rational(limits[limitClass.rawValue - 1])
        case .atLeast(let limits):
            return value.isZero ? nil : try Rational(limits[limitClass.rawValue - 1]) / value
        case .within:
            return value <= acidity.neutral
                ? try (acidity.neutral - value) / (acidity.neutral - acidity.lower)
                : try (value - acidity.neutral) / (acidity.upper - acidity.neutral)
        }
    }

    /// By how much an index can be off, either way, when its pH was rounded to so many decimals.
    ///
    /// - Throws: `.scaleOutOfRange` for decimals outside 0 … 18.
    public func error(ofAcidityDecimals decimals: Int) throws(StandardsError) -> Rational {
        guard let unit = ExactDecimal(significand: 1, scale: decimals) else {
            throw StandardsError(.scaleOutOfRange, subject: "decimals", value: "\(decimals)")
        }
        let steepest = min(acidity.neutral - acidity.lower, acidity.upper - acidity.neutral)
        return try Rational(unit) / 2 / steepest
    }

    /// The index of a city, weighted by the numbers of river sections and lake points; nil when it has neither.
    public static func city(
        river: (index: Rational, sections: Int)?, lake: (index: Rational, points: Int)?
    ) -> Rational? {
        let sections = river?.sections ?? 0
        let points = lake?.points ?? 0
        let sum = (river?.index ?? .zero) * Rational(sections) + (lake?.index ?? .zero) * Rational(points)
        // Nil for no section and no point.
        return try? sum / Rational(sections + points)
    }

    /// ΔCWQI in percent, exact; below zero is better.
    ///
    /// - Throws: `.divisionByZero` when the earlier index is zero.
    public static func change(from earlier: Rational, to later: Rational) throws(StandardsError) -> Rational {
        try (later - earlier) / earlier * 100
    }
}
