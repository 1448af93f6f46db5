/// Words that lead somewhere.
package struct TextLink: Sendable {
    /// Words of the link.
    package let label: String
    /// Address, absolute within the site.
    package let href: String
}
