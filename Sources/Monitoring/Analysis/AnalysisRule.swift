package import Catalog
package import Standards

/// What the analysis of air series goes by: dated data of `Catalog/monitoring/analysis`.
package struct AnalysisRule: Sendable, Hashable {
    static let folder = "monitoring/analysis"
    private static let keys = [
        "calm_below", "speed_classes", "polar_rings", "polar_least", "day_hours", "interval_least", "month_days",
        "february_days", "trend_months",
    ]

    package let header: RuleHeader
    /// Wind slower than this has no direction (静风), m/s.
    package let calmBelow: ExactDecimal
    /// The lower ends of the classes of wind speed, rising, the first one that of the wind that is no calm, m/s.
    package let speedClasses: [ExactDecimal]
    /// The same for the rings of polar plots.
    package let polarRings: [ExactDecimal]
    /// A cell of a polar plot or a sector of a rose with fewer hours shows no mean.
    package let polarLeast: Int
    /// So many hours make the mean of a day.
    package let dayHours: Int
    /// Below so many values no interval is given.
    package let intervalLeast: Int
    /// So many daily means make the mean of a month.
    package let monthDays: Int
    /// The same of a February.
    package let februaryDays: Int
    /// So many monthly means make a trend.
    package let trendMonths: Int

    /// The rule in force on a day; a bureau's own file before the bundled one.
    ///
    /// - Throws: `CatalogError` with the faults of the file, or `.nothingInForce`.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        guard let file = catalog.files(under: Self.folder, on: date).first else {
            throw CatalogError(.nothingInForce, rule: Self.folder)
        }
        let reader = RuleReader(file)
        let rule = Self(file, reader)
        guard reader.faults.isEmpty else { throw CatalogError(.faulty, faults: reader.faults.sorted()) }
        self = rule
    }

    /// Every fault of every version of the files, for `catalog check`.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] {
        catalog.files(under: folder).flatMap { file in
            let reader = RuleReader(file)
            _ = Self(file, reader)
            return reader.faults
        }.sorted()
    }

    private init(_ file: RuleFile, _ reader: RuleReader) {
        let body = reader.body(keys: ["air_analysis"]).mapping("air_analysis", keys: Self.keys)
        func rising(_ key: String) -> [ExactDecimal] {
            let values = body.list(key).map { reader.decimal($0, name: key) }
            if !zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) || values.first.map({ $0 < 0 }) ?? true {
                body.refuse(key, .other(message: "\(key) 不是由小到大", mend: "写成由小到大的非负数"))
            }
            return values
        }
        header = file.header
        calmBelow = body.decimal("calm_below")
        speedClasses = rising("speed_classes")
        polarRings = rising("polar_rings")
        polarLeast = body.integer("polar_least", in: 1...1_000)
        dayHours = body.integer("day_hours", in: 1...24)
        intervalLeast = body.integer("interval_least", in: 2...1_000)
        monthDays = body.integer("month_days", in: 1...31)
        februaryDays = body.integer("february_days", in: 1...29)
        trendMonths = body.integer("trend_months", in: 3...600)
        for (key, classes) in [("speed_classes", speedClasses), ("polar_rings", polarRings)]
        where classes.first != calmBelow {
            body.refuse(key, .other(message: "\(key) 的第一个数不是 calm_below", mend: "第一级从不是静风的风速起"))
        }
    }
}
