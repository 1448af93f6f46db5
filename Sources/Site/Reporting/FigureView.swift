import Standards

/// Which part of a figure's inputs a reader looks at.
struct FigureView: Sendable {
    /// Page of the inputs, from 1.
    var page = 1
    /// The day or month whose inputs are shown; nil for all.
    var period: ReportPeriod?
    /// Whether all that lies below is counted, however much it is.
    var countsAll = false

    init() {}

    /// - Throws: `SiteError` with `.badParameter` for a period that is none.
    init(_ query: RequestQuery) throws(SiteError) {
        page = query.number("page", otherwise: 1)
        if let text = query.text("in") { period = try ReportPeriod(text) }
        countsAll = query.text("count") == "all"
    }

    /// The names that these parameters have in an address.
    static let names: Set<String> = ["page", "in", "count"]
}
