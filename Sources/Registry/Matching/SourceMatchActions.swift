import Catalog
import Ledger
package import Records
import Standards
import Storage

/// Rows of lists of others that may mean a source whose file is there: asked, decided by a person, asked again.
package enum SourceMatchActions {
    static let asked = "registry.match.asked"
    static let decided = "registry.match.decided"
    static let reopened = "registry.match.reopened"

    /// Puts a row before a person.
    static func ask(
        _ id: SourceID, _ kind: SourceKind, _ draft: SourceDraft, from origin: SourceOrigin,
        about candidates: [SourceMatch.Candidate], by actor: Actor
    ) -> Action {
        let named = candidates.map { candidate -> CanonicalValue in
            [
                "id": .string(candidate.id), "name": .integer(Int64(candidate.name)),
                "address": .integer(Int64(candidate.address)),
            ]
        }
        return Action(
            actor: actor, name: asked, subject: id.rawValue,
            body: [
                "kind": "source-match", "version": 1, "of": .string(kind.id),
                "fields": .object(draft.values.mapValues(CanonicalValue.string)), "origin": origin.canonical,
                "candidates": .array(named),
            ], rules: [kind.id], personal: draft.personal)
    }

    /// Says what a row is.
    ///
    /// What follows for the register – a change of the file, or a file of its own – is recorded in the same transaction, from
    /// the list's own origin; its batch is the match, so that it can be taken back alone.
    ///
    /// - Parameters:
    ///   - source: the file that the row goes into, with its last record; nil for a new file, whose id is `minted`.
    /// - Returns: the records, the decision first.
    package static func decide(
        _ match: SourceMatch, _ verdict: SourceMatch.Verdict, _ kind: SourceKind, _ draft: SourceDraft,
        from listed: SourceOrigin, into source: (id: String, follows: Int64)?, minted: SourceID, by actor: Actor
    ) -> [Action] {
        let origin = SourceOrigin(name: listed.name, basis: listed.basis, batch: match.id, line: listed.line)
        var target: String?
        var following: [Action] = []
        switch verdict {
        case .same:
            if let source {
                target = source.id
                if !draft.isEmpty {
                    following.append(
                        SourceActions.change(
                            source.id, kind, draft, from: origin, decides: false, after: source.follows, by: actor))
                }
            }
        case .other:
            target = minted.rawValue
            following.append(SourceActions.register(minted, kind, draft, from: origin, decides: false, by: actor))
        case .dropped: break
        }
        let decision = Action(
            actor: actor, name: decided, subject: match.id,
            body: [
                "kind": "source-match", "version": 1, "of": .string(kind.id), "verdict": .string(verdict.rawValue),
                "source": target.map(CanonicalValue.string) ?? .null,
            ], rules: [kind.id])
        return [decision] + following
    }

    /// Takes a decision back, and with it what followed.
    package static func reopen(_ match: SourceMatch, reason: String, by actor: Actor) -> Action {
        Action(
            actor: actor, name: reopened, subject: match.id,
            body: [
                "kind": "source-match", "version": 1, "of": .string(match.kind), "reason": .string(reason),
                "decision": .integer(match.decidedBy ?? 0),
            ])
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: asked, word: "提交比对", effect: .none, permission: RegistryActions.edit, checkingByRules: checkAsking),
        ActionKind(
            name: decided, word: "判定比对", effect: .none, permission: RegistryActions.edit,
            checkingByRules: checkDeciding),
        ActionKind(
            name: reopened, word: "撤销判定", effect: .none, permission: RegistryActions.edit,
            checkingByRules: checkReopening),
    ]

    private static func checkAsking(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        _ = try SourceCheck.kind(of: action, milliseconds, catalog)
        guard try SourceMatchStore.match(action.subject, in: connection) == nil, action.subject.utf8.count == 36 else {
            throw RecordsError(.invalid, field: "match", detail: action.subject)
        }
        guard SourceOrigin(canonical: action.body["origin"])?.batch != nil else {
            throw RecordsError(.invalid, field: "origin", detail: "")
        }
    }

    private static func checkDeciding(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        let kind = try SourceCheck.kind(of: action, milliseconds, catalog)
        let match = try standing(action, connection)
        if let by = match.decidedBy { throw RecordsError(.superseded, field: "match", detail: "\(by)") }
        guard let verdict = SourceMatch.Verdict(rawValue: action.body["verdict"]?.text ?? "") else {
            throw RecordsError(.invalid, field: "verdict", detail: action.body["verdict"]?.text ?? "")
        }
        let source = action.body["source"]?.text
        guard match.kind == kind.id, (source == nil) == (verdict == .dropped) else {
            throw RecordsError(.invalid, field: "source", detail: source ?? "")
        }
    }

    private static func checkReopening(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        _ = try SourceCheck.kind(of: action, milliseconds, catalog)
        let match = try standing(action, connection)
        guard match.decidedBy != nil, action.body["decision"]?.integer == match.decidedBy else {
            throw RecordsError(.superseded, field: "match", detail: "\(match.decidedBy ?? 0)")
        }
        if let later = try SourceBatchStore.laterRecord(thanBatch: match.id, in: connection) {
            throw RecordsError(.superseded, field: "sources", detail: "\(later)")
        }
        let reason = action.body["reason"]?.text ?? ""
        guard !reason.isEmpty, reason.count <= SourceCheck.greatestTextLength else {
            throw RecordsError(.invalid, field: "reason", detail: reason)
        }
    }

    private static func standing(_ action: Action, _ connection: ReadConnection) throws -> SourceMatch {
        guard let match = try SourceMatchStore.match(action.subject, in: connection) else {
            throw RecordsError(.unknownSubject, field: "match", detail: action.subject)
        }
        return match
    }
}
