import Ledger
import Records
package import Storage

/// Questions about rows that wait for a person.
package enum SourceMatchStore {
    /// How many of a kind wait.
    package static func waiting(of kind: String, in connection: ReadConnection) throws -> Int {
        Int(
            try connection.first(
                "SELECT count(*) FROM source_match WHERE kind = \(kind) AND state = 'waiting'"
            ) { $0.integer(at: 0) } ?? 0)
    }

    /// Rows of a kind that wait, in their order; or those that were decided, the last first.
    package static func matches(
        of kind: String, decided: Bool, limit: Int, in connection: ReadConnection
    ) throws -> [SourceMatch] {
        let state = decided ? "decided" : "waiting"
        let order: SQL = decided ? "decided_by DESC" : "seq"
        return try connection.rows(
            "SELECT * FROM source_match WHERE kind = \(kind) AND state = \(state) ORDER BY \(order) LIMIT \(limit)",
            match(from:))
    }

    /// One by its id; nil when there is none, or its batch was taken back.
    package static func match(_ id: String, in connection: ReadConnection) throws -> SourceMatch? {
        try connection.first("SELECT * FROM source_match WHERE id = \(id) AND state <> 'undone'", match(from:))
    }

    /// Rows of an earlier list of the same origin that were called so: what was said of them is not asked again.
    static func earlier(
        of kind: String, from origin: String, called name: String, in connection: ReadConnection
    ) throws -> [SourceMatch] {
        try connection.rows(
            """
            SELECT * FROM source_match WHERE kind = \(kind) AND origin = \(origin) AND name = \(name)
            AND state <> 'undone' ORDER BY seq DESC
            """, match(from:))
    }

    /// What the row says, facts about people included, and where it comes from.
    package static func draft(
        of match: SourceMatch, in connection: ReadConnection
    ) throws -> (draft: SourceDraft, origin: SourceOrigin)? {
        guard let record = try RecordStore.record(match.sequence, in: connection),
            let origin = SourceOrigin(canonical: record.body["origin"])
        else { return nil }
        var draft = SourceDraft(values: (record.body["fields"]?.members ?? [:]).mapValues { $0.text ?? "" })
        for field in SourcePersonal.fields(of: record) {
            if let text = try SourcePersonal.text(of: field, in: match.sequence, connection) {
                draft.personal[field] = text
            }
        }
        return (draft, origin)
    }

    /// The first decision about a row of a batch that stands; nil for none.
    static func decision(inBatch batch: String, in connection: ReadConnection) throws -> Int64? {
        try connection.first(
            "SELECT min(decided_by) AS decision FROM source_match WHERE batch = \(batch) AND state = 'decided'"
        ) { try $0.optionalInteger("decision") } ?? nil
    }

    /// How many rows of a batch wait for a person or were decided.
    package static func count(ofBatch batch: String, in connection: ReadConnection) throws -> Int {
        Int(
            try connection.first("SELECT count(*) FROM source_match WHERE batch = \(batch)") { $0.integer(at: 0) } ?? 0)
    }

    private static func match(from row: SQLRow) throws -> SourceMatch {
        let candidates = try row.text("candidates").split(separator: ";").compactMap { part -> SourceMatch.Candidate? in
            let pieces = part.split(separator: ",")
            guard pieces.count == 3, let name = Int(pieces[1]), let address = Int(pieces[2]) else { return nil }
            return SourceMatch.Candidate(id: String(pieces[0]), name: name, address: address)
        }
        return SourceMatch(
            id: try row.text("id"), sequence: try row.integer("seq"), kind: try row.text("kind"),
            batch: try row.text("batch"), line: Int(try row.integer("line")), name: try row.text("name"),
            candidates: candidates, decidedBy: try row.optionalInteger("decided_by"),
            verdict: try row.optionalText("verdict").flatMap(SourceMatch.Verdict.init(rawValue:)),
            source: try row.optionalText("source"))
    }
}
