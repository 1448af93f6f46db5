/// The list of documents that can be made or have been sealed.
package struct DocumentsPage: Sendable {
    package let frame: PageFrame
    package let rows: [Row]
    /// Documents of older periods that were sealed, the latest first.
    package let olderRows: [Row]
    /// Said when there is none: why, and how to get one.
    package let emptyReason: String
    /// Where the name of a printed number is looked up.
    package let claimsHref: String
    /// Where reports written elsewhere are checked.
    package let checkHref: String

    /// One document.
    package struct Row: Sendable {
        package let title: String
        package let href: String
        package let period: String
        /// 草稿 or 定稿封存（2026-11-05 16:20）.
        package let status: String
        /// `better` for sealed, `plain` for a draft.
        package let statusTone: String
        /// E.g. 38 个; — for a draft.
        package let claimsText: String
        package let docxHref: String?
        /// 定稿 docx or 草稿 docx.
        package let docxText: String
    }
}
