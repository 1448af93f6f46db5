/// The list of documents that can be made or have been sealed.
package struct DocumentsPage: Sendable {
    package let frame: PageFrame
    package let rows: [Row]
    /// Said when there is none: why, and how to get one.
    package let emptyReason: String

    /// One document.
    package struct Row: Sendable {
        package let title: String
        package let href: String
        package let period: String
        /// 草稿 or 定稿封存.
        package let status: String
        /// `better` for sealed, `plain` for a draft.
        package let statusTone: String
        package let docxHref: String?
    }
}
