package import Catalog
package import Records
package import Standards

/// A kind of things that the bureau watches: fields, codes, relations and who may see them, as its rule file says.
package struct SourceKind: Sendable, Hashable {
    package let id: String
    /// On screen: 企业, 入河排污口.
    package let title: String
    /// What they are counted in: 家, 个, 座.
    package let measure: String
    package let groups: [SourceGroup]
    /// The fields by which one is recognised in a list, the surest first; codes before names.
    package let identity: [String]
    /// The fields in lists.
    package let listColumns: [String]
    /// The fields by which lists can be narrowed.
    package let filters: [String]
    /// The fields whose words find a source.
    package let search: [String]
    package let relations: [SourceRelation]
    package let mark: SourceMark
    /// How lists of others are matched with its files; nil where they are taken in by codes and names alone.
    package let matching: MatchingRule?
    /// The right to see one.
    package let viewing: Permission
    /// The right to change one.
    package let changing: Permission

    /// The name of the field that every kind has: what a source is called.
    package static let nameField = "name"

    /// All fields in the order of their groups.
    package var fields: [SourceField] { groups.flatMap(\.fields) }

    /// A field by its name.
    package func field(_ name: String) -> SourceField? {
        for group in groups {
            if let field = group.fields.first(where: { $0.name == name }) { return field }
        }
        return nil
    }

    /// The title of a field; its name where the kind does not know it any more.
    package func title(of name: String) -> String { field(name)?.title ?? name }
}

extension SourceKind {
    /// A kind by its id on a day, without reading the others.
    ///
    /// - Throws: `CatalogError` with `.unknownRule`, `.nothingInForce`, or the faults of its file.
    package static func inForce(
        _ id: String, in catalog: RuleCatalog, on date: CivilDate
    ) throws(CatalogError) -> SourceKind {
        let file = try catalog.file(id: id, under: SourceKinds.folder, on: date)
        let reader = RuleReader(file)
        let kind = read(file, with: reader).kind
        try reader.finish()
        return kind
    }
}
