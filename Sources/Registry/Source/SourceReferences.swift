package import Storage

/// Sources by what people call them.
package enum SourceReferences {
    /// The active sources of a kind that a text means: by id, else by the surest field it is recognised by.
    package static func ids(
        called text: String, of kind: String, _ kinds: SourceKinds, in connection: ReadConnection
    ) throws -> [String] {
        if let head = try SourceStore.head(text, in: connection), head.kind == kind, head.state == .active {
            return [head.id]
        }
        // A kind that is not known any more is recognised by name alone.
        for name in kinds.kind(kind)?.identity ?? [SourceKind.nameField] {
            var value = text
            if case .code(let check)? = kinds.kind(kind)?.field(name)?.type { value = check.normal(text) }
            let found = try SourceStore.active(kind, where: name, is: value, in: connection)
            if !found.isEmpty { return found.map(\.id) }
        }
        return []
    }
}
