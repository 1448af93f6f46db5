/// Limits of GB 3095 beyond the six basic items: Table 2 and the reference values of appendix A.
public struct AirOtherLimits: Hashable, Sendable {
    /// What a limit applies to.
    public enum Averaging: String, CaseIterable, Hashable, Sendable, Codable {
        /// Mean of an hour.
        case hour
        /// Mean of a day.
        case day
        /// Mean of a month.
        case month
        /// Mean of a quarter.
        case quarter
        /// Mean of the growing season of plants.
        case growingSeason = "growing_season"
        /// Mean of a year.
        case year
    }

    /// One row.
    public struct Row: Hashable, Sendable {
        /// Short name of the item: `tsp`, `nox`, `pb`, `bap` …
        public let item: String
        /// Name as printed.
        public let name: String
        /// What the limit applies to.
        public let averaging: Averaging
        /// Unit as printed.
        public let unit: String
        /// The kind of land it applies to, as printed; nil for all.
        public let land: String?
        /// Limit for class-1 areas.
        public let classOne: ExactDecimal
        /// Limit for class-2 areas.
        public let classTwo: ExactDecimal

        /// Makes a row.
        public init(
            item: String, name: String, averaging: Averaging, unit: String, land: String?, classOne: ExactDecimal,
            classTwo: ExactDecimal
        ) {
            self.item = item
            self.name = name
            self.averaging = averaging
            self.unit = unit
            self.land = land
            self.classOne = classOne
            self.classTwo = classTwo
        }
    }

    /// Id of the table, for example `GB3095-2026-T2`.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The rows in the order of the table.
    public let rows: [Row]

    /// Makes the table.
    ///
    /// - Throws: `.invalidRule` when a row stands twice or a limit is not above zero.
    public init(id: String, title: String, rows: [Row]) throws(StandardsError) {
        var seen: Set<[String]> = []
        for row in rows {
            guard seen.insert([row.item, row.averaging.rawValue, row.land ?? ""]).inserted, row.classOne > .zero,
                row.classTwo > .zero
            else { throw StandardsError(.invalidRule, subject: "\(row.item).\(row.averaging.rawValue)") }
        }
        self.id = id
        self.title = title
        self.rows = rows
    }

    /// The limit of an item; nil when the table sets none for this averaging and land.
    public func limit(
        _ item: String, _ averaging: Averaging, class areaClass: AirQualityClass, land: String? = nil
    ) -> ExactDecimal? {
        let row = rows.first { $0.item == item && $0.averaging == averaging && $0.land == land }
        return areaClass == .one ? row?.classOne : row?.classTwo
    }
}
