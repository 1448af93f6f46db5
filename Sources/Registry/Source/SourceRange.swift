package import Storage

/// What of the register somebody sees who does not see all of it: the towns and the sources that their account names, and what
/// belongs to these sources.
package struct SourceRange: Sendable, Hashable {
    /// What may stand in the fields that point to a town: ids, and names for the objects of the older registry.
    let towns: [String]
    /// Sources by their ids, those among them that went into another file by the id of that one too.
    let sources: [String]
    /// By kind, the field that says in which town a source lies.
    let townFields: [String: String]
    /// By kind, the field that says to which enterprise a source belongs.
    let ownerFields: [String: String]

    private static let town = "town"
    private static let owner = "enterprise"
    /// Files that went into one another more often than this are nobody's doing.
    private static let longestChain = 8

    /// - Parameters:
    ///   - towns: ids, codes or names of towns.
    ///   - sources: ids of sources and objects.
    package init(
        towns: [String], sources: [String], _ kinds: SourceKinds, in connection: ReadConnection
    ) throws {
        var meant = Set(towns)
        for town in towns {
            for id in try SourceReferences.ids(called: town, of: Self.town, kinds, in: connection) {
                meant.insert(id)
                if let name = try SourceStore.head(id, in: connection)?.name { meant.insert(name) }
            }
        }
        var named = Set(sources)
        for source in sources {
            var id = source
            for _ in 0..<Self.longestChain {
                guard let next = try SourceStore.head(id, in: connection)?.mergedInto else { break }
                named.insert(next)
                id = next
            }
        }
        self.towns = meant.sorted()
        self.sources = named.sorted()
        townFields = Self.fields(pointingTo: Self.town, kinds)
        ownerFields = Self.fields(pointingTo: Self.owner, kinds)
    }

    /// The first field of every kind that points to one of another kind: a section names the town that answers for it before the
    /// towns above and below.
    private static func fields(pointingTo target: String, _ kinds: SourceKinds) -> [String: String] {
        var fields: [String: String] = [:]
        for kind in kinds.all {
            fields[kind.id] =
                kind.fields.first { field in
                    if case .reference(target) = field.type { true } else { false }
                }?.name
        }
        return fields
    }

    /// Whether a source lies in it.
    package func contains(_ head: SourceHead, in connection: ReadConnection) throws -> Bool {
        try connection.first(
            "SELECT 1 FROM (\(numbers(head.kind, head.state))) lying WHERE number = \(head.number)"
        ) { _ in true } ?? false
    }

    /// The numbers of what lies in it of a kind in a state.
    func numbers(_ kind: String, _ state: SourceFile.State) -> SQL {
        var sets = own(kind, state)
        if let field = ownerFields[kind] {
            let scope = SourceProjection.scope(kind, state)
            // Those of an enterprise that is no longer watched stay where they were.
            for ownerState in [SourceFile.State.active, .withdrawn] {
                sets =
                    sets + """
                         UNION SELECT number FROM source_field WHERE scope = \(scope) AND field = \(field) AND short IN
                        (SELECT id FROM source WHERE number IN (\(own(Self.owner, ownerState))))
                        """
            }
        }
        return sets
    }

    /// Those that it names or whose town it names.
    private func own(_ kind: String, _ state: SourceFile.State) -> SQL {
        let named = kind == Self.town ? sources + towns : sources
        var sets: SQL = """
            SELECT number FROM source WHERE kind = \(kind) AND state = \(state.rawValue)
            AND id IN (\(list: named.map { .text($0) }))
            """
        if let field = townFields[kind] {
            let scope = SourceProjection.scope(kind, state)
            sets =
                sets + """
                     UNION SELECT number FROM source_field WHERE scope = \(scope) AND field = \(field)
                    AND short IN (\(list: towns.map { .text($0) }))
                    """
        }
        return sets
    }
}
