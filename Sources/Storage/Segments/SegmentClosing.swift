internal import Crypto
internal import Foundation
internal import Glibc

/// Turns a plain segment that takes no more packets into a closed one with its index.
///
/// Whatever moment the machine stops at, all packets can be read: the plain file goes when the closed one has been written,
/// read back and synced under its name, and while both are there the plain one counts.
struct SegmentClosing {
    /// The moments between which a crash could fall.
    enum Step: CaseIterable {
        case begun, indexed, compressed, verified, renamed, replaced, removed
    }

    /// Mean and cost of the levels of zstd stand in Benchmarks; above this one packets shrink by little more.
    static let level: Int32 = 6
    /// Bytes after which the draft is synced: a long sync at the end would hold up those of the packets that arrive.
    private static let bytesBetweenSyncs = 4 << 20

    let segment: PlainSegment
    let directory: String
    let key: PacketKey
    /// Makes the log read the closed segment from now on.
    let replace: (SegmentRange) -> Void
    /// Called behind each step; what it throws ends the work there.
    var onStep: (Step) throws(StorageError) -> Void = { _ in }

    func run() throws(StorageError) -> SegmentSummary {
        let range = segment.range
        let path = SegmentPath.closed(range, in: directory)
        let draft = path + SegmentPath.draftEnding
        try onStep(.begun)
        let (summary, index) = try compress(range, into: draft)
        try onStep(.compressed)
        try FileDescriptor.replace(
            SegmentPath.index(range, in: directory), with: SegmentIndexFile.bytes(index, range: range, key: key))
        try onStep(.indexed)
        try ClosedSegmentFile(path: draft, range: range).verify()
        try onStep(.verified)
        try FileDescriptor.rename(draft, to: path)
        try FileDescriptor.syncDirectory(directory)
        try onStep(.renamed)
        replace(range)
        try onStep(.replaced)
        try FileDescriptor.remove(SegmentPath.plain(range.start.rawValue, in: directory))
        try FileDescriptor.syncDirectory(directory)
        try onStep(.removed)
        return summary
    }

    private func compress(
        _ range: SegmentRange, into draft: String
    ) throws(StorageError) -> (SegmentSummary, SegmentIndex) {
        guard let compressor = Zstandard.Compressor(level: Self.level) else {
            throw StorageError(.fileSystem, detail: "\(draft): zstd")
        }
        let file = SharedDescriptor(try FileDescriptor.open(draft, O_WRONLY | O_CREAT | O_TRUNC))
        var blocks = SegmentBlocks(of: segment, from: segment.start)
        var rows: [ClosedSegmentFile.Block] = []
        var index = SegmentIndex()
        var hash = SHA256()
        var (offset, synced) = (Int64(0), Int64(0))
        while let block = try blocks.next() {
            guard let frame = compressor.compress(block.bytes) else {
                throw StorageError(.fileSystem, detail: "\(draft): zstd")
            }
            try FileDescriptor.write(frame, to: file.rawValue, at: offset)
            rows.append(
                ClosedSegmentFile.Block(
                    start: block.start, contentLength: block.bytes.count, offset: offset, frameLength: frame.count,
                    checksum: PacketEntryFormat.checksum(frame[...])))
            offset += Int64(frame.count)
            if offset - synced > Int64(Self.bytesBetweenSyncs) {
                try FileDescriptor.sync(file.rawValue)
                synced = offset
            }
            hash.update(data: block.bytes)
            index.add(block, key: key)
        }
        let digest = Array(hash.finalize())
        let summary = SegmentSummary(
            range: range, packetCount: index.packetCount, earliestMilliseconds: index.earliest,
            latestMilliseconds: index.latest, contentHash: Hexadecimal.text(digest))
        try FileDescriptor.write(
            ClosedSegmentFile.tail(rows, summary, contentHash: digest), to: file.rawValue, at: offset)
        try FileDescriptor.sync(file.rawValue)
        return (summary, index)
    }
}
