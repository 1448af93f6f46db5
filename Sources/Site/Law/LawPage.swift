/// 法律与裁量: every violation on file, with what the code says of it.
package struct LawPage: Sendable {
    package let frame: PageFrame
    package let countText: String
    /// Where the search leads.
    package let action: String
    package let text: String
    package let categories: [ReviewForm.Choice]
    package let rows: [Row]

    /// One violation.
    package struct Row: Sendable {
        package let code: String
        package let href: String
        package let title: String
        package let category: String
        /// The article of the code.
        package let penalty: String
        /// Its first range, and how many more there are.
        package let fine: String
        /// E.g. 按日计罚、移送拘留.
        package let measures: String
        /// The table of discretion of the day; a dash for none.
        package let table: String
    }
}
