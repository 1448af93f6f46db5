import Ledger
package import Records
package import Standards
import Storage

/// What may be put on record about the raw packets as they lie on disk.
package enum SegmentActions {
    /// The right of the gateway itself to say that a segment was closed.
    package static let close = Permission(rawValue: "gateway.segment.close")
    /// The right to remove raw packets after their time.
    package static let expire = Permission(rawValue: "gateway.packets.expire")

    /// The action that says what a closed segment holds.
    package static let segmentClosed = "gateway.segment.closed"
    /// The action that removes raw packets after their time.
    package static let packetsExpired = "gateway.packets.expired"

    /// How long raw packets are kept at least (生态环境监测条例, five years), in years.
    package static let leastRetentionYears = 5

    /// The first day of which packets must be kept on a day.
    package static func firstKeptDay(on today: CivilDate) -> CivilDate {
        let year = today.year - leastRetentionYears
        // The 29th of February has no fellow in that year: the day before is kept too.
        return CivilDate(year: year, month: today.month, day: today.day)
            ?? CivilDate(year: year, month: today.month, day: today.day - 1) ?? .first
    }

    /// Says what a closed segment holds, and by which parser it was read.
    ///
    /// - Parameter root: of the tree over its packets; version 1 of the body had none.
    static func closed(_ summary: SegmentSummary, root: TreeHash, by actor: Actor) -> Action {
        Action(
            actor: actor, name: segmentClosed, subject: summary.range.name,
            body: segment(
                summary,
                adding: [
                    "kind": "segment", "version": 2, "parser": .integer(Int64(PacketParser.version)),
                    "root": .string(root.base64),
                ]))
    }

    /// Removes segments whose packets were all received before a moment.
    ///
    /// - Parameters:
    ///   - segments: by address, without gaps, from the first one that is still there.
    ///   - before: at least five years ago.
    ///   - reason: why they are removed, in the words of who does it.
    static func expired(_ segments: [SegmentSummary], before: Instant, reason: String, by actor: Actor) -> Action {
        let (start, end) = (segments.first?.range.start.rawValue ?? 0, segments.last?.range.end.rawValue ?? 0)
        let bytes = segments.reduce(0) { $0 + $1.byteCount }
        let packets = segments.reduce(0) { $0 + $1.packetCount }
        return Action(
            actor: actor, name: packetsExpired, subject: "\(start)-\(end)",
            body: [
                "kind": "expiry", "version": 1, "start": .integer(start), "end": .integer(end),
                "first": .integer(segments.map(\.earliestMilliseconds).min() ?? 0),
                "last": .integer(segments.map(\.latestMilliseconds).max() ?? 0),
                "packets": .integer(Int64(packets)), "bytes": .integer(bytes),
                "before": .integer(before.secondsSince1970 * 1000), "reason": .string(reason),
                "segments": .array(segments.map { segment($0, adding: [:]) }),
            ])
    }

    private static func segment(_ summary: SegmentSummary, adding more: [String: CanonicalValue]) -> CanonicalValue {
        let facts: [String: CanonicalValue] = [
            "start": .integer(summary.range.start.rawValue), "end": .integer(summary.range.end.rawValue),
            "packets": .integer(Int64(summary.packetCount)), "first": .integer(summary.earliestMilliseconds),
            "last": .integer(summary.latestMilliseconds), "sha256": .string(summary.contentHash),
        ]
        return .object(facts.merging(more) { _, new in new })
    }

    /// Packets are on record with the record of their closed segment, until one says that they were removed.
    static let admission = PacketAdmission(
        admitted: { $0.action == segmentClosed ? addresses(in: $0.body) : nil },
        removed: { $0.action == packetsExpired ? addresses(in: $0.body) : nil })

    private static func addresses(in body: CanonicalValue) -> SegmentRange? {
        guard let start = body["start"]?.integer, let end = body["end"]?.integer, start < end else { return nil }
        return SegmentRange(start: PacketAddress(rawValue: start), end: PacketAddress(rawValue: end))
    }

    package static let kinds: [ActionKind] = [
        ActionKind(name: segmentClosed, word: "封存报文分段", effect: .data, permission: close) { action, connection in
            guard let start = action.body["start"]?.integer,
                try !SegmentStore.isRecorded(PacketAddress(rawValue: start), in: connection)
            else { throw RecordsError(.invalid, field: "start", detail: action.subject) }
        },
        ActionKind(
            name: packetsExpired, word: "到期删除报文", effect: .none, permission: expire,
            checkingAt: { action, connection, now in try checkExpiry(action, connection, now) }),
    ]

    private static func checkExpiry(_ action: Action, _ connection: ReadConnection, _ now: Int64) throws {
        guard action.body["reason"]?.text?.isEmpty == false else {
            throw RecordsError(.invalid, field: "reason", detail: "空")
        }
        let today = Instant(secondsSince1970: now / 1000).beijingDate
        let limit = Instant(beijing: firstKeptDay(on: today)).secondsSince1970 * 1000
        let before = action.body["before"]?.integer ?? .max
        guard before <= limit else {
            throw RecordsError(.invalid, field: "before", detail: "\(firstKeptDay(on: today)) 起的报文必须保存")
        }
        let stored = try SegmentStore.segments(in: connection).filter { $0.expiredBy == nil }
        let removed = action.body["segments"]?.elements ?? []
        guard !removed.isEmpty, removed.count <= stored.count else {
            throw RecordsError(.invalid, field: "segments", detail: "\(removed.count)")
        }
        for (segment, known) in zip(removed, stored) {
            guard segment["start"]?.integer == known.summary.range.start.rawValue,
                segment["end"]?.integer == known.summary.range.end.rawValue,
                segment["sha256"]?.text == known.summary.contentHash, known.summary.latestMilliseconds < before
            else { throw RecordsError(.invalid, field: "segments", detail: known.summary.range.name) }
        }
        let projected = try RecordStore.packetCursor(in: connection)?.rawValue ?? 0
        guard let end = action.body["end"]?.integer, end == removed.last?["end"]?.integer, end <= projected else {
            throw RecordsError(.invalid, field: "end", detail: "\(projected)")
        }
    }
}
