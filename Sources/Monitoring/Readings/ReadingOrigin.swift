import Standards
package import Storage

/// Where a reading came from.
package enum ReadingOrigin: Hashable, Sendable {
    /// A packet in the log.
    case packet(PacketAddress)
    /// A line of an imported file; `batch` is the sequence number of the record of its import.
    case importRow(batch: Int64, line: Int64)

    init(source: Int64, position: Int64) {
        self =
            source == 0
            ? .packet(PacketAddress(rawValue: position)) : .importRow(batch: source, line: position)
    }

    /// 0 for packets, else the import batch.
    var source: Int64 {
        switch self {
        case .packet: 0
        case .importRow(let batch, _): batch
        }
    }

    /// The packet's address or the line.
    var position: Int64 {
        switch self {
        case .packet(let address): address.rawValue
        case .importRow(_, let line): line
        }
    }
}
