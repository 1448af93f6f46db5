package import Standards

/// A rule as findings cite it.
package struct CheckReference: Hashable, Sendable {
    package let id: String
    package let title: String
    /// The first day of the version in force.
    package let version: CivilDate
    package let kind: CheckKind

    package init(id: String, title: String, version: CivilDate, kind: CheckKind) {
        self.id = id
        self.title = title
        self.version = version
        self.kind = kind
    }
}
