internal import Glibc

/// Finds the segments of a directory, and puts right what a crash left between two steps. No byte of a packet is touched.
struct SegmentOpening {
    let directory: String
    let isWritable: Bool
    /// How many bytes of a plain segment are known to hold whole entries, by its start: they are not read again.
    var soundLengths: [Int64: Int64] = [:]

    /// A server beside this reader may close a segment between listing and opening; more often in a row than this it does
    /// not.
    private static let greatestTries = 5

    /// All segments by address; the last one is plain where the log may be written.
    func segments() throws(StorageError) -> [SegmentFiles.Segment] {
        if isWritable { try FileDescriptor.makeDirectory(directory) }
        for _ in 1..<Self.greatestTries {
            if let found = try? list(), isWritable || Self.isContiguous(found) { return found }
        }
        return try list()
    }

    /// A listing may miss both forms of a segment that is being closed; read beside a server it is then made again.
    private static func isContiguous(_ segments: [SegmentFiles.Segment]) -> Bool {
        zip(segments, segments.dropFirst()).allSatisfy { $0.end == $1.start }
    }

    private func list() throws(StorageError) -> [SegmentFiles.Segment] {
        var byStart: [Int64: SegmentFiles.Segment] = [:]
        var plain: [Int64] = []
        var removed: [SegmentRange] = []
        for name in try FileDescriptor.names(in: directory) {
            if name.hasSuffix(SegmentPath.draftEnding) {
                if isWritable { try FileDescriptor.remove("\(directory)/\(name)") }
            } else if let range = Self.range(name, SegmentPath.expiredEnding) {
                removed.append(range)
            } else if let range = Self.range(name, SegmentPath.closedEnding) {
                byStart[range.start.rawValue] = .closed(range)
            } else if name.hasSuffix(SegmentPath.plainEnding),
                let start = Int64(name.dropLast(SegmentPath.plainEnding.count), radix: 16)
            {
                plain.append(start)
            }
        }
        for range in removed {
            byStart[range.start.rawValue] = .expired(range)
            if isWritable { try ExpiredSegment.removeFiles(of: range, in: directory) }
        }
        // While both are there, the plain file counts: the closed one may not have been finished.
        for start in plain where !removed.contains(where: { $0.start.rawValue == start }) {
            let descriptor = try FileDescriptor.open(
                SegmentPath.plain(start, in: directory), isWritable ? O_RDWR : O_RDONLY)
            let length = try FileDescriptor.length(of: descriptor)
            byStart[start] = .plain(PlainSegment(start: start, descriptor: descriptor, length: length))
        }
        return try withSoundEnd(byStart.sorted { $0.key < $1.key }.map(\.value))
    }

    private static func range(_ name: String, _ ending: String) -> SegmentRange? {
        name.hasSuffix(ending) ? SegmentRange(name: name.dropLast(ending.count)) : nil
    }

    private func withSoundEnd(_ found: [SegmentFiles.Segment]) throws(StorageError) -> [SegmentFiles.Segment] {
        var segments = found
        if case .plain(let last)? = segments.last {
            last.grow(by: Int(try soundLength(of: last) - last.length))
        } else if isWritable {
            segments.append(.plain(try Self.makeSegment(in: directory, at: segments.last?.end ?? 0)))
        }
        return segments
    }

    static func makeSegment(in directory: String, at start: Int64) throws(StorageError) -> PlainSegment {
        let descriptor = try FileDescriptor.open(SegmentPath.plain(start, in: directory), O_RDWR | O_CREAT)
        let segment = PlainSegment(start: start, descriptor: descriptor, length: 0)
        try FileDescriptor.syncDirectory(directory)
        return segment
    }

    /// The length up to which the last segment holds whole entries.
    ///
    /// Bytes that are no entry are a torn tail only when no entry follows them; otherwise they are damage inside the
    /// log, which stays for `verify` to report.
    private func soundLength(of segment: PlainSegment) throws(StorageError) -> Int64 {
        var sound = soundLengths[segment.start] ?? 0
        var blocks = SegmentBlocks(of: segment, from: segment.start + sound)
        while let block = try blocks.next() {
            guard let last = block.packets.last else { continue }
            sound = PacketEntryFormat.address(after: last).rawValue - segment.start
        }
        return sound
    }
}
