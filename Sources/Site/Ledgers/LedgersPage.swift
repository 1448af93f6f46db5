/// The ledgers of what no capability records.
package struct LedgersPage: Sendable {
    package let frame: PageFrame
    package let yearText: String
    package let rows: [Row]

    /// A ledger.
    package struct Row: Sendable {
        package let title: String
        package let href: String
        package let countText: String
        package let lastText: String
    }
}
