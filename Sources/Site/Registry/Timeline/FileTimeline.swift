import Registry

/// What was registered, changed, taken in, merged and withdrawn.
struct FileTimeline: SourceTimeline {
    func moments(of file: SourceFile, _ kind: SourceKind, in context: PageContext) -> [SourceMoment] {
        let canOpenBatch = context.services.visitor.range == nil
        return file.events.map { event in
            let titles = event.values.keys.map { kind.title(of: $0) }.sorted().joined(separator: "、")
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
                    batchHref: canOpenBatch ? event.origin.batch.map { SiteURL.sourceBatch($0).path } : nil,
                    isUndone: event.undoneBy != nil))
        }
    }
}
