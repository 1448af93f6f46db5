import Standards

/// What the matrix shows: one item of all stations, or all items of one station.
struct ReviewMatrixQuery: Sendable {
    /// Nil for yesterday.
    let day: CivilDate?
    /// Nil where a station is shown.
    let item: AirItem?
    let station: String?
    /// The place, as `ReviewCellName.place` writes it, to which the eye is led; empty for none.
    let at: String
    /// The record whose success is told; nil for none.
    let recorded: Int64?

    init(_ request: RequestQuery) throws {
        day = try request.date("day")
        station = request.text("station")
        item = request.text("item").flatMap { AirItem(rawValue: $0) }
        at = request.text("at") ?? ""
        recorded = request.text("recorded").flatMap { Int64($0) }
    }

    init(_ fields: FormFields) throws {
        day = try RequestQuery.date(fields.first("day") ?? "", "day")
        station = fields.first("station").flatMap { $0.isEmpty ? nil : $0 }
        item = fields.first("item").flatMap { AirItem(rawValue: $0) }
        at = fields.first("at") ?? ""
        recorded = nil
    }
}
