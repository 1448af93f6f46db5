import Ledger
import Records
import Standards
import Storage

/// What may be put on record about the packets of days that are over.
package enum DayActions {
    /// A stretch of the packet log, as a rule what was received on one day, has its trees by device and day of data. What came
    /// late for earlier days has its trees in the stretch in which it came.
    package static let dayClosed = "gateway.day.closed"

    /// - Parameters:
    ///   - day: the last day of receipt in it.
    ///   - count: device-days.
    ///   - list: the file of the device-days, one leaf a line.
    static func closed(
        _ day: CivilDate, from: PacketAddress, to: PacketAddress, count: Int64, root: TreeHash, list: AttachmentID,
        by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: dayClosed, subject: day.description,
            body: [
                "kind": "packet-day", "version": 1, "start": .integer(from.rawValue), "end": .integer(to.rawValue),
                "parser": .integer(Int64(PacketParser.version)), "count": .integer(count),
                "root": .string(root.base64), "list": .string(list.rawValue),
            ])
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: dayClosed, word: "按日归集报文", effect: .none, permission: SegmentActions.close
        ) { action, connection in
            let start = try DayStore.closings(in: connection).last?.to.rawValue ?? action.body["start"]?.integer
            let recorded = try SegmentStore.recordedEnd(in: connection)?.rawValue ?? 0
            guard let end = action.body["end"]?.integer, action.body["start"]?.integer == start, end > start ?? 0,
                end <= recorded
            else { throw RecordsError(.invalid, field: "start", detail: action.subject) }
        }
    ]
}
