import Ledger
import Records
package import Standards
package import Storage

/// Whether unregistered devices are answered (接管), as last put on record.
package struct CaptureSwitch: Sendable {
    /// The record that says so; 0 when nobody ever said anything.
    package let sequence: Int64
    /// When it ends by itself; nil when it is off.
    package let until: Instant?
    /// Why, as recorded.
    package let reason: String
    /// When it was recorded, in milliseconds since 1970-01-01T00:00:00Z.
    package let sinceMilliseconds: Int64
    /// Who recorded it.
    package let actor: String

    /// Nobody ever switched it on.
    static let off = CaptureSwitch(sequence: 0, until: nil, reason: "", sinceMilliseconds: 0, actor: "")

    /// What the last record says.
    package static func last(in connection: ReadConnection) throws -> CaptureSwitch {
        let sequence = try RecordStore.lastSequence(of: GatewayActions.captureSet, in: connection)
        guard let record = try RecordStore.record(sequence, in: connection) else { return .off }
        let seconds = record.body["isOn"]?.bool == true ? record.body["until"]?.integer : nil
        return CaptureSwitch(
            sequence: sequence, until: seconds.map { Instant(secondsSince1970: $0) },
            reason: record.body["reason"]?.text ?? "", sinceMilliseconds: record.timeMilliseconds, actor: record.actor)
    }

    /// Whether it is on at a moment.
    ///
    /// A clock that was set back before the record does not switch it on for longer than was meant: then it is off.
    package func isOn(atMilliseconds now: Int64) -> Bool {
        guard let until else { return false }
        return now >= sinceMilliseconds && now < until.secondsSince1970 * 1_000
    }
}
