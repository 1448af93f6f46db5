package import Storage

/// Which file a list or a person means, by the fields that a kind is recognised by.
package struct SourceMatching {
    private let kind: SourceKind

    init(_ kind: SourceKind) { self.kind = kind }

    /// The id of an active file that would be registered twice: it agrees in the surest field that both have.
    func twin(of values: [String: String], in connection: ReadConnection) throws -> String? {
        for field in kind.identity {
            guard let value = values[field], !value.isEmpty else { continue }
            return try candidates(field, value, in: connection).first { !contradicts($0, values, before: field) }?.id
        }
        return nil
    }

    /// The active files that a row of a list may mean, by the surest field that names any; and that field.
    func candidates(
        for values: [String: String], in connection: ReadConnection
    ) throws -> (field: String, files: [Candidate])? {
        for field in kind.identity {
            guard let value = values[field], !value.isEmpty else { continue }
            let found = try candidates(field, value, in: connection).filter { !contradicts($0, values, before: field) }
            if !found.isEmpty { return (field, found) }
        }
        return nil
    }

    /// A file with the fields it is recognised by.
    struct Candidate {
        let number: Int64
        let id: String
        let identity: [String: String]
    }

    private func candidates(_ field: String, _ value: String, in connection: ReadConnection) throws -> [Candidate] {
        try SourceStore.active(kind.id, where: field, is: value, in: connection).map { number, id in
            Candidate(
                number: number, id: id,
                identity: try SourceStore.values(kind.identity, of: number, in: connection))
        }
    }

    /// What of some values is new to a file.
    static func news(_ values: [String: String], in file: SourceFile, from origin: String) -> [String: String] {
        values.filter { field, value in
            file.effect(of: value, on: field, from: origin, decides: false) != .nothing
        }
    }

    /// What of a draft is new to a file, facts about people included.
    package static func news(
        of draft: SourceDraft, in file: SourceFile, from origin: String, connection: ReadConnection
    ) throws -> SourceDraft {
        let known = try SourcePersonal.texts(of: file, in: connection)
        return SourceDraft(
            values: news(draft.values, in: file, from: origin),
            personal: draft.personal.filter { known[$0.key] != $0.value })
    }

    /// Whether a surer field says that they are two: both have it, and it differs.
    private func contradicts(_ candidate: Candidate, _ values: [String: String], before field: String) -> Bool {
        for surer in kind.identity.prefix(while: { $0 != field }) {
            guard let mine = values[surer], !mine.isEmpty, let other = candidate.identity[surer], !other.isEmpty else {
                continue
            }
            if mine != other { return true }
        }
        return false
    }
}
