package import Ledger

extension PacketLog {
    /// Segments that take no more packets and are not closed yet, by address.
    package var endedSegments: [SegmentRange] {
        files.all.dropLast().compactMap {
            if case .plain(let segment) = $0, segment.length > 0 { segment.range } else { nil }
        }
    }

    /// Segments that are closed and still there, by address.
    package var closedSegments: [SegmentRange] {
        files.all.compactMap { if case .closed(let range) = $0 { range } else { nil } }
    }

    /// Segments that were removed after their time, by address.
    package var expiredSegments: [SegmentRange] {
        files.all.compactMap { if case .expired(let range) = $0 { range } else { nil } }
    }

    /// The address behind the segment that holds an address; nil behind the last one.
    package func segmentEnd(behind address: PacketAddress) -> PacketAddress? {
        files.segment(at: address).map { PacketAddress(rawValue: $0.end) }
    }

    /// Lets the segment that is being written end when its first packet was received before a time, so that it can be closed.
    package func endSegment(ifReceivedBefore milliseconds: Int64) async throws {
        let files = files
        try await queue.betweenGroups { try files.endSegment(ifReceivedBefore: milliseconds) }
    }

    /// Closes a segment: compresses it, makes its index, removes the plain file. Addresses stay as they are.
    ///
    /// Runs on a thread of its own behind all others, with some megabytes of memory. Whatever moment it is cut off at, the
    /// log stays readable, and it is done again.
    ///
    /// - Throws: `StorageError`; `.damagedPacketLog` when what was written does not read back.
    @discardableResult
    package func closeSegment(_ range: SegmentRange, key: PacketKey) async throws -> SegmentSummary {
        let files = files
        return try await BackgroundThread.run { try files.closeSegment(range, key: key) }
    }

    /// What a closed segment holds.
    package func summary(of range: SegmentRange) throws -> SegmentSummary { try files.closed.file(range).summary }

    /// Reads a closed segment to its end.
    ///
    /// - Throws: `StorageError` with `.damagedPacketLog`.
    package func verifySegment(_ range: SegmentRange) async throws {
        let files = files
        try await BackgroundThread.run { try files.closed.file(range).verify() }
    }

    /// The tree over the packets of a closed segment, in the order of their addresses (Docs/formats/packets.md). All of the
    /// segment is read and compared with its foot.
    ///
    /// - Throws: `StorageError` with `.damagedPacketLog`.
    /// - Complexity: O(n) in the bytes of the segment; sixty-odd bytes of memory a packet.
    package func tree(of range: SegmentRange, with hasher: TreeHasher) async throws -> MerkleTree {
        let files = files
        return try await BackgroundThread.run { try files.closed.file(range).tree(with: hasher) }
    }

    /// Visits the packets of a closed segment in the order of their addresses.
    ///
    /// - Throws: `StorageError` with `.damagedPacketLog`; what `body` throws.
    package func forEachPacket(of range: SegmentRange, _ body: (LoggedPacket) throws -> Void) throws {
        try files.closed.file(range).forEachPacket(body)
    }

    /// Removes a closed segment for good, after its removal is on record. Repeated after a crash it finishes what was begun.
    ///
    /// - Parameter note: what is kept in its place, for whoever looks into the directory.
    package func removeSegment(_ range: SegmentRange, note: String) throws {
        try ExpiredSegment.remove(range, note: Array(note.utf8), in: files.directory)
        files.replaceByExpired(range)
    }
}

extension SegmentFiles {
    func closeSegment(
        _ range: SegmentRange, key: PacketKey,
        onStep: @escaping (SegmentClosing.Step) throws(StorageError) -> Void = { _ in }
    ) throws(StorageError) -> SegmentSummary {
        guard case .plain(let segment)? = segment(at: range.start), segment.range == range else {
            return try closed.file(range).summary
        }
        return try SegmentClosing(
            segment: segment, directory: directory, key: key, replace: { self.replaceByClosed($0) }, onStep: onStep
        ).run()
    }
}
