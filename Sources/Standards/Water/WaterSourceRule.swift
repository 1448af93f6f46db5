/// When a surface source of drinking water meets the standard: Table 1 within a class, Table 2 within its limits.
public struct WaterSourceRule: Hashable, Sendable {
    /// What was found.
    public struct Result: Hashable, Sendable {
        /// An item beyond its limit.
        public struct Exceedance: Hashable, Sendable {
            /// The item.
            public let item: WaterItem
            /// The value compared.
            public let value: ExactDecimal
            /// By how many times it is above its limit, exact; nil for items that have no multiple.
            public let multiple: Rational?
        }

        /// Items that took part, in the order of the standard.
        public let judged: [WaterItem]
        /// Items of both tables without a value; they say nothing either way.
        public let missing: [WaterItem]
        /// Items beyond their limit, in the order of the standard.
        public let exceeding: [Exceedance]

        /// Whether the source meets the standard by what was measured; nil when nothing was.
        public var isMet: Bool? { judged.isEmpty ? nil : exceeding.isEmpty }
    }

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The class that Table 1 must meet (Ⅲ).
    public let waterClass: WaterClass
    /// Items of Table 1 that take no part.
    public let without: Set<WaterItem>
    /// Items for which no multiple is computed.
    public let withoutMultiple: Set<WaterItem>

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for 劣Ⅴ, which is no demand.
    public init(
        id: String, title: String, waterClass: WaterClass, without: Set<WaterItem>, withoutMultiple: Set<WaterItem>
    ) throws(StandardsError) {
        guard waterClass != .worseThanFive else { throw StandardsError(.invalidRule, subject: id) }
        self.id = id
        self.title = title
        self.waterClass = waterClass
        self.without = without
        self.withoutMultiple = withoutMultiple
    }

    /// Judges a source of a kind of water.
    ///
    /// - Throws: `.divisionByZero` for a limit of zero, which no table has.
    public func judge(
        _ values: [WaterItem: ExactDecimal], kind: WaterBodyKind, standard: WaterStandard, source: WaterSourceLimits
    ) throws(StandardsError) -> Result {
        var judged: [WaterItem] = []
        var missing: [WaterItem] = []
        var exceeding: [Result.Exceedance] = []
        for item in WaterItem.allCases where !without.contains(item) {
            let limit = standard.limit(item, kind: kind) ?? source.limits[item].map(WaterSourceRule.limit)
            guard let limit else { continue }
            guard let value = values[item] else {
                missing.append(item)
                continue
            }
            judged.append(item)
            guard !limit.isMet(by: value, for: waterClass) else { continue }
            var multiple: Rational?
            if !withoutMultiple.contains(item), let bound = limit.upperLimit(for: waterClass) {
                multiple = try ExceedanceMultiple.exact(Rational(value), over: Rational(bound))
            }
            exceeding.append(.init(item: item, value: value, multiple: multiple))
        }
        return Result(judged: judged, missing: missing, exceeding: exceeding)
    }

    /// 水源达标率: the exact share of sources judged that meet the standard; nil when none was judged.
    public static func sourceRate(_ results: [Bool?]) -> Rational? {
        let judged = results.compactMap { $0 }
        return try? Rational(numerator: judged.count { $0 }, denominator: judged.count)
    }

    /// 水量达标率: the exact share of the water taken from sources that meet the standard; nil when none was taken.
    public static func volumeRate(_ sources: [(isMet: Bool?, volume: ExactDecimal)]) -> Rational? {
        var met = ExactSum()
        var all = ExactSum()
        for source in sources {
            guard let isMet = source.isMet else { continue }
            all.add(source.volume)
            if isMet { met.add(source.volume) }
        }
        return try? met.total / all.total
    }

    /// A single limit as one that is the same for every class.
    private static func limit(_ bound: ExactDecimal) -> WaterLimit {
        .atMost(Array(repeating: bound, count: WaterClass.withLimits.count))
    }
}
