/// 案卷目录: the papers of a matter in the order of the archive.
package struct CaseContentsPage: Sendable {
    package let frame: PageFrame
    package let matterTitle: String
    package let matterHref: String
    package let docxHref: String
    package let rows: [Row]

    /// A line of the contents.
    package struct Row: Sendable {
        package let number: Int
        package let name: String
        package let href: String
        package let paperNumber: String
        package let day: String
        package let standing: String
        package let tone: String
    }
}
