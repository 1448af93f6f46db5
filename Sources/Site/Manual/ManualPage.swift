/// A page of manual monitoring: what is on record as cards, and the forms by which more is put there. Works without script.
package struct ManualPage: Sendable {
    package let frame: PageFrame
    package let heading: String
    package let sub: String
    /// The way to other pages and files.
    package let links: [TextLink]
    /// Why the last attempt was refused and how to mend it; nil at first.
    package let error: String?
    package let cards: [CaseFilePage.Card]
    /// Said where there are no cards.
    package let emptyText: String
    /// The forms below all cards.
    package let forms: [CaseForm]
}
