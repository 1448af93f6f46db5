/// A group of fields, as they stand together on a page and in a template.
package struct SourceGroup: Sendable, Hashable {
    package let title: String
    package let fields: [SourceField]
}
