import Standards

/// A review as it was posted.
struct ReviewAttempt: Sendable {
    /// `accept`, `doubt`, `reject` or something else.
    let decision: String
    /// A code of `HourReviewReasons`; empty for none.
    let reason: String
    let note: String
    /// The number of a maintenance or calibration record; empty for none.
    let citation: String
    let reviewer: String
    /// The items judged.
    let items: [AirItem]
    /// The hours judged, 1 … 24.
    let hours: [Int]
    /// Whether the form came from one of our pages.
    let hasToken: Bool
    /// Why it was refused; nil before it was tried.
    var error: String?

    /// - Parameter reviewerName: of who is signed in; nil takes the name from the form.
    init(_ fields: FormFields, on date: CivilDate, token: FormToken, reviewerName: String?) {
        decision = fields.first("decision") ?? ""
        reason = fields.first("reason") ?? ""
        note = fields.first("note") ?? ""
        citation = fields.first("citation") ?? ""
        reviewer = reviewerName ?? fields.first("reviewer") ?? ""
        let chosen = Set(fields.all("item"))
        items = AirItem.allCases.filter { chosen.contains($0.rawValue) }
        let values = Set(fields.all("hour"))
        hours = (1...24).filter { values.contains(Self.hourValue(date, $0)) }
        hasToken = token.isIn(fields)
    }

    /// How an hour is named in the form: `2026-11-21T07`.
    static func hourValue(_ date: CivilDate, _ hour: Int) -> String { "\(date)T\(hour < 10 ? "0" : "")\(hour)" }
}
