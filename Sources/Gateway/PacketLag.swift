import HJ212
package import Storage

/// How far somebody who reads the packet log is behind its end.
package struct PacketLag: Sendable, Hashable {
    /// Pages of the log that are counted; beyond them the number is reckoned from what was counted.
    private static let countedPages = 4

    /// Packets that are not read yet, of those that matter.
    package private(set) var packets = 0
    /// Whether the number is reckoned because there is too much to count.
    package private(set) var isEstimated = false
    /// When the first of them was received, in milliseconds since 1970-01-01T00:00:00Z; nil when there is none.
    package private(set) var firstReceivedMilliseconds: Int64?
    /// The device of the first of them.
    package private(set) var firstDevice: String?

    /// Counts from an address on.
    ///
    /// - Parameter matters: whether a packet counts.
    /// - Throws: `StorageError`.
    package init(
        from start: PacketAddress, in log: PacketLog, where matters: (LoggedPacket) -> Bool = { _ in true }
    ) throws {
        var position = max(start, log.start)
        let end = log.durableEnd
        var pages = 0
        while position < end, pages < Self.countedPages {
            let page = try log.read(from: position)
            guard let last = page.last else { break }
            for packet in page where packet.address < end && matters(packet) {
                if firstReceivedMilliseconds == nil {
                    firstReceivedMilliseconds = packet.entry.receivedMilliseconds
                    firstDevice = Packet(record: packet.entry.raw)?.deviceNumber
                }
                packets += 1
            }
            position = log.address(after: last)
            pages += 1
        }
        guard position < end, position > start else { return }
        isEstimated = true
        let counted = position.rawValue - start.rawValue
        packets = Int(Double(packets) / Double(counted) * Double(end.rawValue - start.rawValue))
    }
}
