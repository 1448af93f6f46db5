import Hummingbird
import Standards

/// What a page of analysis is asked for.
struct AnalysisQuery: Sendable {
    /// More days than this in one drawing are not asked for.
    private static let greatestDays = 4_018

    let station: String?
    let item: AirItem
    let from: CivilDate?
    let to: CivilDate?
    /// Any day of the month.
    let month: CivilDate?
    /// The id of an object on pages that show one of several.
    let object: String?

    /// - Throws: `SiteError` with `.badParameter` for what cannot be read, or for more than eleven years.
    init(_ request: Request) throws(SiteError) {
        let query = RequestQuery(request)
        station = query.text("station")
        object = query.text("object")
        from = try query.date("from")
        to = try query.date("to")
        month = try query.month("month")
        if let text = query.text("item") {
            guard let item = AirItem(rawValue: text) else {
                throw SiteError(.badParameter, subject: "item", detail: text)
            }
            self.item = item
        } else {
            item = .pm25
        }
        if let from, let to, from > to || from.days(until: to) > Self.greatestDays {
            throw SiteError(.badParameter, subject: "from", detail: "\(from) 至 \(to)")
        }
    }
}
