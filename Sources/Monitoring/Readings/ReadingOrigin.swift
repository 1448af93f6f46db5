import Standards
package import Storage

/// Where a reading came from.
package enum ReadingOrigin: Hashable, Sendable {
    /// A packet in the log.
    case packet(PacketAddress)
    /// A line of an imported file; `batch` is the sequence number of the record of its import.
    case importRow(batch: Int64, line: Int64)
    /// Measured by hand (手工): a line of a laboratory's report with its record, or line 0 of the record of a sampling sheet.
    case manual(record: Int64, line: Int64)

    /// Added to the number of a record: what was measured by hand stands below zero, later records behind earlier ones.
    private static let manualBase: Int64 = -(1 << 40)

    init(source: Int64, position: Int64) {
        switch source {
        case 0: self = .packet(PacketAddress(rawValue: position))
        case ..<0: self = .manual(record: source - Self.manualBase, line: position)
        default: self = .importRow(batch: source, line: position)
        }
    }

    /// 0 for packets, else the import batch; what was measured by hand stands below zero.
    var source: Int64 {
        switch self {
        case .packet: 0
        case .importRow(let batch, _): batch
        case .manual(let record, _): Self.manualBase + record
        }
    }

    /// The packet's address or the line.
    var position: Int64 {
        switch self {
        case .packet(let address): address.rawValue
        case .importRow(_, let line), .manual(_, let line): line
        }
    }
}
