extension PacketLog {
    /// A segment that is there.
    package struct PresentSegment: Hashable, Sendable {
        package let range: SegmentRange
        package let isClosed: Bool
    }

    /// Segments that hold packets, closed or not, by address.
    package var presentSegments: [PresentSegment] {
        files.all.compactMap { segment in
            switch segment {
            case .plain(let plain): plain.length > 0 ? PresentSegment(range: plain.range, isClosed: false) : nil
            case .closed(let range): PresentSegment(range: range, isClosed: true)
            case .expired: nil
            }
        }
    }

    /// The bytes behind the last whole entry; the next group that is written cuts them off. They are what a crash left half
    /// written, or entries that were damaged: the log alone cannot tell.
    ///
    /// - Throws: `StorageError` with `.fileSystem`.
    package var strayByteCount: Int64 {
        get throws { try SegmentFiles.strayBytes(behind: files.all.last) }
    }

    /// The first sound entry behind an address of a segment that is not closed; nil when none follows in it.
    ///
    /// - Throws: `StorageError` with `.fileSystem`.
    package func soundAddress(behind address: PacketAddress) throws -> PacketAddress? {
        try files.soundAddress(behind: address)
    }

    /// Whether the index of a closed segment is what its packets give. One made for other keys is: it is made again when it is
    /// asked.
    ///
    /// - Throws: `StorageError` with `.damagedPacketLog` when the segment itself is damaged.
    package func hasSoundIndex(_ range: SegmentRange, key: PacketKey) async throws -> Bool {
        let files = files
        return try await BackgroundThread.run {
            let path = SegmentPath.index(range, in: files.directory)
            guard let stored = SegmentIndexFile.stored(at: path) else { return false }
            if let version = SegmentIndexFile.version(of: stored), version != key.version { return true }
            return stored
                == SegmentIndexFile.bytes(try files.closed.index(range, key: key), range: range, key: key)
        }
    }

    /// Makes the indexes of closed segments again that are missing or damaged.
    ///
    /// - Returns: how many.
    /// - Throws: `StorageError`.
    package func mendIndexes(key: PacketKey) async throws -> Int {
        var count = 0
        for range in closedSegments where try await !hasSoundIndex(range, key: key) {
            let files = files
            try await BackgroundThread.run {
                let index = try files.closed.index(range, key: key)
                try FileDescriptor.replace(
                    SegmentPath.index(range, in: files.directory),
                    with: SegmentIndexFile.bytes(index, range: range, key: key))
            }
            count += 1
        }
        if count > 0 { try FileDescriptor.syncDirectory(files.directory) }
        return count
    }
}
