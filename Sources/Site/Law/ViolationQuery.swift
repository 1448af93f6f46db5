import Law
import Standards

/// What was entered on the page of a violation; all of it may be missing.
struct ViolationQuery: Sendable {
    let start: CivilDate?
    let end: CivilDate?
    let decided: CivilDate?
    let hasRefused: Bool
    let isSerious: Bool
    /// The table that was computed; nil at first.
    let table: String?
    /// Levels by the place of their factor, and the other choices of the table.
    let choices: [String: String]

    private static let choiceNames = ["tier", "scale", "band", "degree", "base"]
    private static let greatestFactors = 40

    /// - Throws: `SiteError` with `.badParameter`.
    init(_ query: RequestQuery) throws(SiteError) {
        start = try query.date("start")
        end = try query.date("end")
        decided = try query.date("decided")
        hasRefused = query.text("refused") != nil
        isSerious = query.text("serious") != nil
        table = query.text("table")
        var choices: [String: String] = [:]
        for name in Self.choiceNames + (0..<Self.greatestFactors).map({ "f\($0)" }) {
            if let text = query.text(name) { choices[name] = text }
        }
        self.choices = choices
    }

    /// The request to a table that these choices make.
    func request(of table: DiscretionTable) -> DiscretionRequest {
        DiscretionRequest(
            table.factors.enumerated().map { place, factor in
                DiscretionRequest.Choice(factor.name, choices["f\(place)"])
            },
            scale: choices["scale"], band: choices["band"],
            degree: choices["degree"].flatMap(DiscretionRequest.Degree.init) ?? .usual,
            base: choices["base"].flatMap { Money(yuan: $0) })
    }
}
