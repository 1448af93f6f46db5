package import Catalog
package import Law
package import Standards

/// What this bureau decides in whose name, and from which amounts a case must be heard, discussed or reviewed.
package struct BureauPowers: Hashable, Sendable {
    /// In whose name the bureau acts.
    package enum AuthorityModel: String, CaseIterable, Sendable {
        /// It is a department of its government and acts in its own name.
        case district
        /// It is a branch of the city's bureau (派出机构), which acts in its own name where 生态环境法典第53条 says so.
        case branch
    }

    static let folder = "dossier"
    static let id = "powers"

    package let authority: AuthorityModel
    /// A planned fine of at least so much entitles an entity to a hearing.
    package let hearingOfEntity: Money
    /// The same for a citizen.
    package let hearingOfCitizen: Money
    package let hearingBasis: String
    package let hearingConfidence: Confidence
    /// Fines and confiscations of at least so much are decided by the leaders together.
    package let discussion: Money
    package let discussionBasis: String
    package let discussionConfidence: Confidence
    /// Whether legal review comes before every decision, beyond the four kinds of 行政处罚法第58条.
    package let reviewsAll: Bool
    package let reviewBasis: String

    /// - Parameter date: the day of the step that asks.
    /// - Throws: `CatalogError` with the faults of the file, or `.nothingInForce`.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        self = try catalog.reading(id: Self.id, under: Self.folder, on: date) { Self($1) }
    }

    init(_ reader: RuleReader) {
        let body = reader.body(keys: ["authority_model", "hearing", "discussion", "review"])
        let hearing = body.mapping("hearing", keys: ["entity", "citizen", "basis", "confidence"])
        let discussion = body.mapping("discussion", keys: ["amount", "basis", "confidence"])
        let review = body.mapping("review", keys: ["all", "basis"])
        authority = body.choice("authority_model", as: AuthorityModel.self) ?? .district
        hearingOfEntity = Self.money(hearing, "entity")
        hearingOfCitizen = Self.money(hearing, "citizen")
        hearingBasis = hearing.text("basis")
        hearingConfidence = hearing.choice("confidence", as: Confidence.self) ?? .provisional
        self.discussion = Self.money(discussion, "amount")
        discussionBasis = discussion.text("basis")
        discussionConfidence = discussion.choice("confidence", as: Confidence.self) ?? .provisional
        reviewsAll = review.optionalFlag("all") ?? false
        reviewBasis = review.text("basis")
    }

    /// Whether a planned fine entitles to a hearing (听证).
    package func entitlesToHearing(_ fine: Money, of party: Party.Kind) -> Bool {
        fine >= (party == .entity ? hearingOfEntity : hearingOfCitizen)
    }

    private static func money(_ row: RuleMapping, _ key: String) -> Money {
        Money(yuan: Int64(row.integer(key, in: 0...1_000_000_000)))
    }
}
