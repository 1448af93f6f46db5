import Casework
package import Ledger
package import Records
import Standards
package import Storage

/// What of case files statistics count: who is party to a matter now, what counsel advised, what stands disclosed.
package struct CaseStandingProjection: Projection {
    package init() {}

    package let name = "case-standing"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "case_party",
                """
                (matter TEXT NOT NULL, item TEXT NOT NULL, seq INTEGER NOT NULL, kind TEXT NOT NULL, identity TEXT NOT NULL,
                name TEXT NOT NULL, PRIMARY KEY (matter, item)) STRICT, WITHOUT ROWID
                """),
            .table(
                "case_opinion",
                """
                (seq INTEGER NOT NULL PRIMARY KEY, matter TEXT NOT NULL, day TEXT NOT NULL, adviser TEXT NOT NULL,
                is_adopted INTEGER NOT NULL) STRICT
                """),
            .table(
                "case_disclosure",
                """
                (matter TEXT NOT NULL, item TEXT NOT NULL, seq INTEGER NOT NULL, day TEXT NOT NULL, document TEXT NOT NULL,
                PRIMARY KEY (matter, item)) STRICT, WITHOUT ROWID
                """),
        ] + DossierFigures.definitions
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard CaseFileActions.names.contains(record.action) else { return }
        let entry = CaseEntry(
            sequence: record.sequence, action: record.action, item: record.body["item"]?.text ?? "",
            timeMilliseconds: record.timeMilliseconds, actor: record.actor, body: record.body)
        switch record.action {
        case CaseFileActions.partyStated, CaseFileActions.partyBrought:
            try party(entry, of: record.subject, in: connection)
        case CaseFileActions.opinionGiven: try opinion(entry, of: record.subject, in: connection)
        case CaseFileActions.disclosed: try disclosure(entry, of: record.subject, in: connection)
        case CaseFileActions.withdrawn:
            try connection.execute(
                "DELETE FROM case_disclosure WHERE matter = \(record.subject) AND item = \(entry.item)")
        default: return
        }
    }

    private func party(_ entry: CaseEntry, of matter: String, in connection: WriteConnection) throws {
        guard let party = Party(entry) else { return }
        try connection.execute("DELETE FROM case_party WHERE matter = \(matter) AND item = \(party.id)")
        guard entry.body["removed"]?.bool != true else { return }
        try connection.execute(
            """
            INSERT INTO case_party (matter, item, seq, kind, identity, name) VALUES
            (\(matter), \(party.id), \(entry.sequence), \(party.kind.rawValue), \(party.identity), \(party.name))
            """)
    }

    private func opinion(_ entry: CaseEntry, of matter: String, in connection: WriteConnection) throws {
        guard let opinion = LegalOpinion(entry) else { return }
        try connection.execute(
            """
            INSERT INTO case_opinion (seq, matter, day, adviser, is_adopted) VALUES
            (\(entry.sequence), \(matter), \(opinion.day.description), \(opinion.adviser.rawValue), \(opinion.isAdopted))
            """)
    }

    private func disclosure(_ entry: CaseEntry, of matter: String, in connection: WriteConnection) throws {
        guard let found = Disclosure(entry.body, sequence: entry.sequence), case .published = found.deed else { return }
        try connection.execute(
            """
            INSERT INTO case_disclosure (matter, item, seq, day, document) VALUES
            (\(matter), \(found.id), \(entry.sequence), \(found.day.description), \(found.document))
            """)
    }
}

extension Party {
    /// What makes two parties of different matters one: its file in the register, else its code. A citizen has neither in the
    /// open, so that each is counted in each matter.
    fileprivate var identity: String {
        if let source { return "source/\(source)" }
        return code.isEmpty ? "party/\(id)" : "code/\(code)"
    }
}
