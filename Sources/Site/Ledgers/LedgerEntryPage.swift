/// One entry of a ledger: what it says, how it came to it, and the forms that correct or withdraw it.
package struct LedgerEntryPage: Sendable {
    package let frame: PageFrame
    package let title: String
    package let statusText: String
    package let isWithdrawn: Bool
    package let action: String
    package let token: String
    package let followsText: String
    package let facts: [LabelledText]
    package let log: [Entry]
    /// Nil for who may only look, and once it is withdrawn.
    package let form: LedgerPage.Form?
    package let error: String?

    /// A record of it.
    package struct Entry: Sendable {
        package let time: String
        package let person: String
        package let words: String
        package let details: String?
        package let recordHref: String
    }
}
