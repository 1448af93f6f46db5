package import Catalog
package import Standards

/// A form of a paper (文书格式) in one version: what must stand in it, where it comes from, who signs, how it reads.
package struct PaperForm: Sendable {
    /// What kind of paper it is.
    package enum Kind: String, CaseIterable, Sendable {
        /// Given to the party or another authority, under the bureau's seal.
        case issued
        /// An approval or opinion inside the bureau.
        case `internal`
        /// A record of what was seen or said, signed page by page.
        case scene
        /// Proof that another paper was served.
        case receipt
        /// Comes from outside and is kept as evidence: a monitoring report, a receipt of payment.
        case outside
    }

    static let folder = "dossier/forms"

    /// Id, title, days, source, confidence.
    package let header: RuleHeader
    /// The names by which procedures ask for it.
    package let documents: [String]
    package let kind: Kind
    /// The series it is numbered in; nil for papers without a number.
    package let series: String?
    /// What stands in it, in the order of the form.
    package let elements: [PaperElement]
    /// Who signs, in order.
    package let signers: [PaperSigner]
    /// How it reads.
    package let body: [FormLine]

    /// `FORM-PENALTY-DECISION`.
    package var id: String { header.id }
    package var title: String { header.title }
    /// Which version: its first day.
    package var version: CivilDate { header.effective.from }

    /// An element by its name; nil when there is none.
    package func element(_ name: String) -> PaperElement? { elements.first { $0.name == name } }
}
