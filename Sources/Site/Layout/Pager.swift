/// Paging of a long table.
package struct Pager: Sendable {
    /// Where in the whole this page lies, e.g. 第 21—40 项，共 326 项.
    package let summary: String
    /// Address of the page before; nil on the first.
    package let previousHref: String?
    /// Address of the page after; nil on the last.
    package let nextHref: String?
}
