/// One ledger: its entries of a year, the form for one more, taking in a file.
package struct LedgerPage: Sendable {
    package let frame: PageFrame
    package let title: String
    package let countText: String
    package let action: String
    package let token: String
    package let years: [YearLink]
    package let heads: [String]
    package let rows: [Row]
    /// Nil for who may only look.
    package let form: Form?
    package let workbookHref: String
    package let templateHref: String
    /// Why the last entry or file was refused; nil for none.
    package let error: String?
    /// Rows of a file that was refused.
    package let faults: [String]
    /// Figures that are computed from it.
    package let figures: [TextLink]

    /// A year with entries to look at.
    package struct YearLink: Sendable {
        package let label: String
        package let href: String
        package let isCurrent: Bool
    }

    /// An entry.
    package struct Row: Sendable {
        package let name: String
        package let href: String
        package let cells: [String]
        package let isWithdrawn: Bool
    }

    /// The form for an entry.
    package struct Form: Sendable {
        package let fields: [Field]
    }

    /// A field of it.
    package struct Field: Sendable {
        package let name: String
        package let label: String
        package let note: String
        package let inputType: String
        package let isRequired: Bool
        package let isChoice: Bool
        package let choices: [ReviewForm.Choice]
        package let value: String
    }
}
