package import Records
import Registry
import Storage

/// Reads the packet log with the present parser and says what it reads differently. Changes nothing.
///
/// Two ways over the same ground: from each packet to the readings that it gives, which finds what is new or of another
/// value, and from each reading to its packet, which finds what no packet gives any more.
package struct PacketReparse: Sendable {
    /// Which packets: those of a device, and those received in a span of time.
    package struct Filter: Sendable {
        package var mn: String?
        /// Milliseconds since 1970-01-01T00:00:00Z.
        package var received: Range<Int64>

        package init(mn: String? = nil, received: Range<Int64> = .min..<(.max)) {
            self.mn = mn?.uppercased()
            self.received = received
        }
    }

    /// What was compared.
    package struct Tally: Sendable {
        package var packets = 0
        package var readings = 0
        package var differences = 0
    }

    /// Packets compared at once.
    private static let pageLength = 2_000

    private let book: RecordBook
    private let filter: Filter
    private let keys: KeyStore

    /// - Parameter keys: those of devices that cipher what they send.
    package init(book: RecordBook, keys: KeyStore = .none, filter: Filter) {
        self.book = book
        self.keys = keys
        self.filter = filter
    }

    /// Compares all that is projected.
    ///
    /// - Parameters:
    ///   - report: told of each difference, those of packets in the order of their receipt.
    ///   - progress: told how much was compared so far.
    package func run(
        report: @escaping @Sendable (ParsedDifference) throws -> Void,
        progress: @escaping @Sendable (Tally) -> Void = { _ in }
    ) async throws -> Tally {
        let (book, filter, keys) = (book, filter, keys)
        try await KeyRegister.demand(keys, for: book)
        return try await book.database.read { connection in
            try KeyRegister.recorded(in: connection).forEach(keys.follow)
            var comparison = ReadingComparison(
                bindings: DeviceBindings(try RegistryStore.bindings(in: connection)), keys: keys,
                log: book.archive.packets,
                end: try RecordStore.packetCursor(in: connection) ?? book.archive.packets.start, filter: filter,
                report: report)
            var after: PacketAddress?
            while true {
                let page = try book.archive.packets.find(
                    device: filter.mn, key: .device, from: filter.received.lowerBound, to: filter.received.upperBound,
                    after: after, limit: Self.pageLength
                ).filter { $0.address < comparison.end }
                guard let last = page.last else { break }
                try comparison.compare(page, in: connection)
                progress(comparison.tally)
                after = last.address
            }
            try comparison.findMissing(in: connection) { progress($0) }
            return comparison.tally
        }
    }
}
