import Ledger
package import Storage

/// Questions about the registry.
package enum RegistryStore {
    /// The object with an id.
    package static func object(_ id: String, in connection: ReadConnection) throws -> RegisteredObject? {
        try connection.first(
            "SELECT id, kind, name, fields, seq FROM registry_object WHERE id = \(id)", object(from:)
        ) ?? nil
    }

    /// All objects of a kind, by id.
    package static func objects(_ kind: ObjectKind, in connection: ReadConnection) throws -> [RegisteredObject] {
        try connection.rows(
            "SELECT id, kind, name, fields, seq FROM registry_object WHERE kind = \(kind.rawValue) ORDER BY id",
            object(from:)
        ).compactMap { $0 }
    }

    /// The ids of sections by name, of those that the bureau registered itself.
    package static func sectionsByName(in connection: ReadConnection) throws -> [String: String] {
        let own = try objects(.section, in: connection).filter { $0.text("origin") != "import" }
        return Dictionary(own.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    private static func object(from row: SQLRow) throws -> RegisteredObject? {
        guard let kind = ObjectKind(rawValue: try row.text("kind")) else { return nil }
        return RegisteredObject(
            id: try row.text("id"), kind: kind, name: try row.text("name"),
            fields: try CanonicalValue(canonical: Array(try row.text("fields").utf8)),
            sequence: try row.integer("seq"))
    }
}
