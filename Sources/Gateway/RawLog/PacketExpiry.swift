import Monitoring
package import Records
import Registry
package import Standards
package import Storage

/// Removes raw packets after their time: on record first, from the disk then.
package struct PacketExpiry: Sendable {
    private let book: RecordBook
    private let keys: KeyStore

    /// - Parameter keys: those of devices that cipher what they send: they tell on which packets readings rest.
    package init(book: RecordBook, keys: KeyStore = .none) {
        self.book = book
        self.keys = keys
    }

    /// The closed segments, from the first one on, whose packets were all received before a day; only those on record.
    ///
    /// - Throws: `RecordsError` with `.invalid` and the first day that must be kept, when the day is younger than that.
    package func due(before day: CivilDate) async throws -> [SegmentSummary] {
        let first = SegmentActions.firstKeptDay(on: Instant(secondsSince1970: book.clock() / 1000).beijingDate)
        guard day <= first else {
            throw RecordsError(.invalid, field: "before", detail: "\(first) 起的报文必须保存")
        }
        let limit = Instant(beijing: day).secondsSince1970 * 1000
        let (segments, projected) = try await book.database.read { connection in
            (try SegmentStore.segments(in: connection), try RecordStore.packetCursor(in: connection)?.rawValue ?? 0)
        }
        return segments.filter { $0.expiredBy == nil }.map(\.summary).prefix {
            $0.latestMilliseconds < limit && $0.range.end.rawValue <= projected
        }.map { $0 }
    }

    /// Puts the removal of segments on record and removes them.
    ///
    /// - Parameters:
    ///   - segments: as `due` gave them.
    ///   - reason: why, in the words of who does it.
    /// - Throws: `StorageError` with `.damagedPacketLog` when a segment is not what its record says; then
    ///   nothing is removed. `ExpiryRefusal` when readings rest on its packets. `KeyError` with `.missing`
    ///   when that cannot be told for want of a key.
    package func remove(_ segments: [SegmentSummary], before day: CivilDate, reason: String, by actor: Actor)
        async throws
    {
        try await KeyRegister.demand(keys, for: book)
        try await book.database.read { try KeyRegister.recorded(in: $0) }.forEach(keys.follow)
        for segment in segments { try await check(segment) }
        try await book.record(
            SegmentActions.expired(segments, before: Instant(beijing: day), reason: reason, by: actor))
        try await finish()
    }

    /// Removes what is on record as removed and still there, as after a crash between both.
    package func finish() async throws {
        let present = Set(book.archive.packets.closedSegments)
        guard !present.isEmpty else { return }
        let expired = try await book.database.read { try SegmentStore.expired(in: $0) }
        for (range, record) in expired where present.contains(range) {
            try book.archive.packets.removeSegment(range, note: "{\"record\":\(record)}\n")
        }
    }

    /// A segment may go when it is what its record says and no reading would go with it.
    private func check(_ segment: SegmentSummary) async throws {
        let log = book.archive.packets
        guard try log.summary(of: segment.range) == segment else {
            throw StorageError(.damagedPacketLog, detail: "\(segment.range.start.rawValue) (\(segment.range.name))")
        }
        try await log.verifySegment(segment.range)
        // Tables are made again from packets: readings whose packets are gone would vanish with the next rebuild. Until a
        // record carries their values, such packets stay.
        let bindings = try await book.database.read { DeviceBindings(try RegistryStore.bindings(in: $0)) }
        var position = segment.range.start
        while position < segment.range.end {
            let packets = try log.read(from: position).filter { $0.address < segment.range.end }
            guard let last = packets.last else { break }
            var batch = PacketProjection.Batch(keys: keys)
            for packet in packets where batch.add(packet, bindings: bindings) != nil {
                throw ExpiryRefusal(segment: segment.range, address: packet.address)
            }
            position = log.address(after: last)
        }
    }
}
