/// A document before it has a form: what it says, not yet how Word or the web shows it.
package struct Paper: Hashable, Sendable {
    /// The title in the file's properties and in the browser.
    package var name: String
    /// Who issues it, for the file's properties.
    package var issuer: String
    /// When it was made, RFC 3339 in UTC, for the file's properties; `nil` leaves it out. The clock is never read here.
    package var created: String?
    /// A red text at the head of every page, such as 演示数据.
    package var banner: String?
    /// A line at the foot of every page above its number: places for signatures of whoever signs page by page.
    package var footing: String?
    package var layout: DocumentLayout
    package var blocks: [Block]

    package init(
        name: String, issuer: String = "", created: String? = nil, banner: String? = nil,
        layout: DocumentLayout, blocks: [Block]
    ) {
        self.name = name
        self.issuer = issuer
        self.created = created
        self.banner = banner
        self.layout = layout
        self.blocks = blocks
    }
}
