import Hummingbird
import Ledger
import Records
import Registry
import Storage

/// The queue of rows that may mean a source whose file is there.
struct SourceMatchRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.sourceMatches) { request, context in
            let kind = try context.segment("kind")
            let recorded = try RequestQuery(request).record("recorded")
            return try await shell.page(.sourceMatches) { try SourceMatchesPage(kind, recorded: recorded, in: $0) }
        }
        router.post(.sourceMatch) { request, context in
            let (id, kindID) = (try context.segment("match"), try context.segment("kind"))
            let fields = try await FormFields(posted: request, in: context)
            guard shell.services.formToken.isIn(fields) else { throw SiteError(.foreignForm) }
            let decision = (fields.first("decision") ?? "").split(separator: " ").map(String.init)
            let reason = fields.first("reason") ?? ""
            let actor = shell.services.actor
            let actions = try await shell.read { page in
                try Self.actions(id, kindID, decision, reason: reason, by: actor, in: page)
            }
            do {
                let done = try await shell.services.book.record(actions)
                return .redirect(to: SiteURL.sourceMatches(kindID, recorded: done.first?.sequence).path)
            } catch let error as RecordsError {
                guard error.code != .notPermitted, let words = Self.words(error) else { throw error }
                return try await shell.page(.sourceMatches, status: .unprocessableContent) { page in
                    try SourceMatchesPage(kindID, error: words, in: page)
                }
            }
        }
    }

    /// What a decision puts on record.
    ///
    /// - Throws: `SiteError` with `.unknownObject`.
    private static func actions(
        _ id: String, _ kindID: String, _ decision: [String], reason: String, by actor: Actor, in page: PageContext
    ) throws -> [Action] {
        let kind = try page.sourceKind(kindID)
        guard let match = try SourceMatchStore.match(id, in: page.connection), match.kind == kind.id,
            let (draft, origin) = try SourceMatchStore.draft(of: match, in: page.connection)
        else { throw SiteError(.unknownObject, subject: "比对", detail: id) }
        switch decision.first {
        case "reopen": return [SourceMatchActions.reopen(match, reason: reason, by: actor)]
        case "other":
            return SourceMatchActions.decide(
                match, .other, kind, draft, from: origin, into: nil, minted: .mint(), by: actor)
        case "dropped":
            return SourceMatchActions.decide(
                match, .dropped, kind, draft, from: origin, into: nil, minted: .mint(), by: actor)
        case "same":
            guard decision.count == 2, match.candidates.contains(where: { $0.id == decision[1] }),
                let file = try SourceStore.file(decision[1], in: page.connection)
            else { break }
            let news = try SourceMatching.news(of: draft, in: file, from: origin.name, connection: page.connection)
            return SourceMatchActions.decide(
                match, .same, kind, news, from: origin, into: (file.id, file.sequence), minted: .mint(), by: actor)
        default: break
        }
        throw SiteError(.unknownObject, subject: "判定", detail: decision.joined(separator: " "))
    }

    private static func words(_ error: RecordsError) -> String? {
        switch (error.code, error.field) {
        case (.superseded, "match"): "这一行刚才已由他人判定（台账第 \(error.detail) 条），没有记入。"
        case (.superseded, "sources"): "这份档案后来又有改动（台账第 \(error.detail) 条），不能撤销判定。请先撤销后来的改动，或逐项修改。"
        default: SourceRefusal.words(error, nil)
        }
    }
}
