import Accounts
import Monitoring
import Registry
import Standards
import Storage

/// Decisions of review about the hours of an air station.
struct ReviewTimeline: SourceTimeline {
    /// As far back as a yearly report asks.
    private static let days: Int64 = 400

    func moments(of file: SourceFile, _ kind: SourceKind, in context: PageContext) throws -> [SourceMoment] {
        guard file.isObject, context.services.visitor.may(.viewMonitoring) else { return [] }
        let start = Instant(secondsSince1970: context.now.secondsSince1970 - Self.days * 86_400)
        let reviews = try ReviewStore.reviews(
            from: start, to: context.now, station: file.id, in: context.connection)
        // One decision may be about several items of an hour.
        let decisions = Dictionary(grouping: reviews, by: \.sequence)
        return decisions.compactMap { sequence, items -> SourceMoment? in
            guard let first = items.first else { return nil }
            let time = first.decidedMilliseconds
            return SourceMoment(
                timeMilliseconds: time, sequence: sequence,
                event: SourcePage.Event(
                    timeText: SourceText.time(time), what: "审核 \(first.start.minuteText) 起一小时",
                    detail: first.note.isEmpty ? nil : first.note, actor: first.reviewer,
                    link: SourcePage.Event.record(sequence), asOfHref: nil, batchHref: nil, isUndone: false))
        }
    }
}
