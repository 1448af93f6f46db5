/// The limits of GB 3095 Table 1 in force on a day, in the unit of each item.
public struct AirQualityLimits: Hashable, Sendable {
    /// One row of the table.
    public struct Row: Hashable, Sendable {
        /// The item.
        public let item: AirItem
        /// What the limit applies to.
        public let averaging: AirAveraging
        /// Limit for class-1 areas.
        public let classOne: ExactDecimal
        /// Limit for class-2 areas.
        public let classTwo: ExactDecimal

        /// Makes a row.
        public init(item: AirItem, averaging: AirAveraging, classOne: ExactDecimal, classTwo: ExactDecimal) {
            self.item = item
            self.averaging = averaging
            self.classOne = classOne
            self.classTwo = classTwo
        }
    }

    /// Id of the standard, for example `GB3095-2026`.
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
            guard seen.insert([row.item.rawValue, row.averaging.rawValue]).inserted, row.classOne > .zero,
                row.classTwo > .zero
            else { throw StandardsError(.invalidRule, subject: "\(row.item.rawValue).\(row.averaging.rawValue)") }
        }
        self.id = id
        self.title = title
        self.rows = rows
    }

    /// The limit of an item; nil when the standard sets none for this averaging.
    public func limit(_ item: AirItem, _ averaging: AirAveraging, class areaClass: AirQualityClass) -> ExactDecimal? {
        guard let row = rows.first(where: { $0.item == item && $0.averaging == averaging }) else { return nil }
        return areaClass == .one ? row.classOne : row.classTwo
    }
}
