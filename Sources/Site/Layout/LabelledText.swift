/// A name and what is to be said under it: one line of a fact list.
package struct LabelledText: Sendable {
    /// Name of the fact, e.g. 数据来源.
    package let label: String
    /// The fact, ready to print, with its unit.
    package let value: String
    /// Where the fact can be followed up; nil for plain text.
    package let href: String?
}
