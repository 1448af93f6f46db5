/// The names of the calendar periods that hold a day, as every table and address writes them.
extension CivilDate {
    /// `2026-03`.
    public var monthText: String { String(description.prefix(7)) }

    /// `2026-Q1`.
    public var quarterText: String { "\(yearText)-Q\((month + 2) / 3)" }

    /// `2026-H1`.
    public var halfText: String { "\(yearText)-H\((month + 5) / 6)" }

    /// `2026`.
    public var yearText: String { String(description.prefix(4)) }
}
