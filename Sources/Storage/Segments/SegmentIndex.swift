/// Which packets of a segment came from which device, and when.
struct SegmentIndex: Sendable {
    /// The packets of one device, in the order of their addresses.
    struct Postings: Hashable, Sendable {
        var addresses: [Int64] = []
        var received: [Int64] = []

        /// The next addresses behind one of what was received in a span of time.
        func addresses(after address: Int64, received span: Range<Int64>, limit: Int) -> [Int64] {
            var low = 0
            var high = addresses.count
            while low < high {
                let middle = (low + high) / 2
                if addresses[middle] <= address { low = middle + 1 } else { high = middle }
            }
            return Array(
                (low..<addresses.count).lazy.filter { span.contains(received[$0]) }.map { addresses[$0] }.prefix(limit))
        }
    }

    private(set) var postings: [[UInt8]: Postings] = [:]
    private(set) var packetCount = 0
    private(set) var earliest = Int64.max
    private(set) var latest = Int64.min
    /// The address up to which it was made; nil before anything was.
    private(set) var end: Int64?

    /// Adds the packets of the next block.
    mutating func add(_ block: SegmentBlock, key: PacketKey) {
        for packet in block.packets {
            let received = packet.entry.receivedMilliseconds
            let name = key.bytes(of: packet.entry.raw)
            postings[name, default: Postings()].addresses.append(packet.address.rawValue)
            postings[name, default: Postings()].received.append(received)
            packetCount += 1
            earliest = min(earliest, received)
            latest = max(latest, received)
        }
        end = block.start + Int64(block.bytes.count)
    }

    /// Whether anything was received in a span of time, as far as the first and the last time tell.
    func mayHold(_ span: Range<Int64>) -> Bool { earliest < span.upperBound && latest >= span.lowerBound }
}
