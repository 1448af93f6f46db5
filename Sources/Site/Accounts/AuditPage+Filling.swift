import Accounts
import Ledger
import Records
import Standards
import Storage

extension AuditPage {
    private static let pageLength = 50
    /// Letters of a record's content in the list.
    private static let summaryLength = 120

    /// What is asked for.
    struct Query: Sendable {
        var from: CivilDate?
        var to: CivilDate?
        var actor = ""
        var action = ""
        var subject = ""
        var before: Int64?

        var search: RecordSearch {
            var search = RecordSearch()
            search.actor = actor
            search.action = action
            search.subject = subject
            let from = from.map { Period.day($0).start.secondsSince1970 * 1_000 } ?? 0
            let to = to.map { Period.day($0).end.secondsSince1970 * 1_000 } ?? Int64.max
            search.times = from..<max(from, to)
            if let before { search.before = before }
            return search
        }

        func address(before: Int64?) -> SiteURL {
            .audit([
                ("from", from?.description), ("to", to?.description), ("actor", actor.isEmpty ? nil : actor),
                ("action", action.isEmpty ? nil : action), ("subject", subject.isEmpty ? nil : subject),
                ("before", before.map(String.init)),
            ])
        }
    }

    init(_ query: Query, check: Check? = nil, in context: PageContext) throws {
        let book = context.services.book
        let found = try query.search.headers(limit: Self.pageLength + 1, in: context.connection)
        let shown = found.prefix(Self.pageLength)
        let last = try RecordStore.lastSequence(in: context.connection)
        let words = book.actionWords.sorted { $0.key < $1.key }
        self.init(
            frame: PageFrame("审计", in: context, at: .audit), action: SiteURL.audit().path,
            token: context.services.formToken.text, countText: "台账共 \(last) 条记录，只增不改，任何人都不能删除",
            fromISO: query.from?.description ?? "", toISO: query.to?.description ?? "", actor: query.actor,
            subject: query.subject,
            actions: [ReviewForm.Choice(value: "", label: "全部操作", isChosen: query.action.isEmpty)]
                + words.map {
                    ReviewForm.Choice(value: $0.key, label: "\($0.value)（\($0.key)）", isChosen: $0.key == query.action)
                },
            rows: try shown.map { header in
                let record = try RecordStore.record(header.sequence, in: context.connection)
                return Row(
                    sequence: String(header.sequence), href: SiteURL.record(header.sequence).path,
                    timeText: Instant(milliseconds: header.timeMilliseconds).secondText,
                    actor: RecordWords.actor(header.actor, record),
                    word: book.word(ofAction: header.action), subject: header.subject,
                    summary: try record.map(Self.summary) ?? "")
            },
            olderHref: found.count > Self.pageLength ? shown.last.map { query.address(before: $0.sequence).path } : nil,
            check: check)
    }

    private static func summary(_ record: LedgerRecord) throws -> String {
        let text = String(decoding: try record.body.bytes(), as: UTF8.self)
        return text.count > summaryLength ? text.prefix(summaryLength) + "…" : text
    }
}
