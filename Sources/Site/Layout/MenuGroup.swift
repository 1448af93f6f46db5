/// A titled group of the left menu.
package struct MenuGroup: Sendable {
    /// Heading of the group; nil for entries that stand alone (今日).
    package let heading: String?
    /// Entries from top to bottom.
    package let entries: [Entry]

    /// One link of the menu.
    package struct Entry: Sendable {
        /// Words of the link.
        package let label: String
        /// Address of the page.
        package let href: String
        /// True for the page being shown, or the page it belongs to.
        package let isCurrent: Bool
        /// A count that wants attention, e.g. hours to review; nil for none.
        package let badge: String?
    }
}
