package import Storage

/// The last packets of a device in the log, looked for in ever longer spans, so that a device that sends every ten seconds
/// is not read for a month.
package struct LastPackets {
    /// A minute, ten, two hours, a day, a month, a year; in milliseconds.
    private static let spans: [Int64] = [60, 600, 7_200, 86_400, 2_678_400, 31_622_400].map { $0 * 1_000 }
    private static let pageLength = 500
    /// More are not gone through for a page; a span that holds more is a flood.
    private static let greatestSearched = 5_000

    private let mn: String
    private let end: Int64
    private let log: PacketLog

    /// - Parameters:
    ///   - mn: the device's number in upper case.
    ///   - through: the time of receipt of the last one looked for, in milliseconds since 1970-01-01T00:00:00Z.
    package init(of mn: String, through: Int64, in log: PacketLog) {
        self.mn = mn
        // Times of receipt may stand still, but the end is open.
        end = through + 1
        self.log = log
    }

    /// As many as there are up to a number, the last one first.
    ///
    /// - Throws: `StorageError` with `.damagedPacketLog`.
    package func find(
        _ count: Int, where fits: (LoggedPacket) throws -> Bool = { _ in true }
    ) throws -> [LoggedPacket] {
        for span in Self.spans {
            var found: [LoggedPacket] = []
            var searched = 0
            var after: PacketAddress?
            while searched < Self.greatestSearched {
                let page = try log.find(
                    device: mn, key: .device, from: end - span, to: end, after: after, limit: Self.pageLength)
                found += try page.filter(fits)
                searched += page.count
                after = page.last?.address
                if page.count < Self.pageLength { break }
            }
            if found.count >= count || searched >= Self.greatestSearched || span == Self.spans.last {
                return found.suffix(count).reversed()
            }
        }
        return []
    }
}
