import Registry

/// What was registered, changed, taken in, merged and withdrawn.
struct FileTimeline: SourceTimeline {
    func moments(of file: SourceFile, _ kind: SourceKind, in context: PageContext) throws -> [SourceMoment] {
        let batches = try batches(of: file, kind, in: context)
        return file.events.map { event in
            let titles = event.values.keys.map { SourceText.title(of: $0, kind) }.sorted().joined(separator: "、")
            let detail = [event.reason, titles].filter { !$0.isEmpty }.joined(separator: "；")
            let undone = event.undoneBy.map { "（已由台账第 \($0) 条撤销）" } ?? ""
            let what = event.act == .merged ? "并入另一份档案的内容" : SourceText.act(event.act)
            return SourceMoment(
                timeMilliseconds: event.timeMilliseconds, sequence: event.sequence,
                event: SourcePage.Event(
                    timeText: SourceText.time(event.timeMilliseconds),
                    what: "\(what)：\(SourceText.origin(event.origin))\(undone)", detail: detail.isEmpty ? nil : detail,
                    actor: event.actor, link: SourcePage.Event.record(event.sequence),
                    asOfHref: SiteURL.source(file.id, asOf: event.sequence).path,
                    batchHref: event.origin.batch.flatMap { batches[$0] },
                    isUndone: event.undoneBy != nil))
        }
    }

    /// Where batches lead, by id: to themselves, or to the decisions about lists; nowhere for who sees a range only.
    private func batches(
        of file: SourceFile, _ kind: SourceKind, in context: PageContext
    ) throws -> [String: String] {
        guard context.services.visitor.range == nil else { return [:] }
        var addresses: [String: String] = [:]
        for id in Set(file.events.compactMap(\.origin.batch)) {
            let isBatch = try SourceBatchStore.batch(id, in: context.connection) != nil
            addresses[id] = (isBatch ? SiteURL.sourceBatch(id) : SiteURL.sourceMatches(kind.id)).path
        }
        return addresses
    }
}
