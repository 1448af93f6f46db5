/// Who is away when, and who stands in.
package struct LeavesPage: Sendable {
    package let frame: PageFrame
    package let countText: String
    package let action: String
    package let token: String
    package let rows: [Row]
    /// Nil for who may only look.
    package let form: Form?
    /// Why the last entry was refused; nil for none.
    package let error: String?

    /// A leave.
    package struct Row: Sendable {
        package let name: String
        package let href: String
        package let substitute: String
        package let substituteHref: String
        package let daysText: String
        package let state: String
        package let recordHref: String
        /// What ends it, of which form; nil for one that is over, and for who may only look.
        package let end: End?
    }

    /// The button that ends a leave.
    package struct End: Sendable {
        package let label: String
        package let person: String
        package let first: String
    }

    /// The form for one more.
    package struct Form: Sendable {
        package let people: [ReviewForm.Choice]
        package let substitutes: [ReviewForm.Choice]
        package let fromISO: String
        package let toISO: String
    }
}
