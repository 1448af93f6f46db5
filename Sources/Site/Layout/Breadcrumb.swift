/// One step of the path shown above a page.
package struct Breadcrumb: Sendable {
    /// Words of the step.
    package let label: String
    /// Address of the step; nil for the page itself, which is not a link.
    package let href: String?
}
