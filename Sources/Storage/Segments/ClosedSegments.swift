internal import Synchronization

/// The closed segments of a directory: opened when they are asked for, with what was read last at hand.
final class ClosedSegments: Sendable {
    /// Files that stay open: five years may be thousands of segments, and a process may open about a thousand files.
    private static let greatestOpenFiles = 64
    /// Blocks that stay decompressed, 256 KiB each: a page of packets is read from few of them.
    private static let greatestBlocks = 32

    private struct Recent {
        var files = RecentlyUsed<SegmentRange, ClosedSegmentFile>(capacity: ClosedSegments.greatestOpenFiles)
        var blocks = RecentlyUsed<Int64, SegmentBlock>(capacity: ClosedSegments.greatestBlocks)
    }

    private let directory: String
    private let recent = Mutex(Recent())

    init(directory: String) { self.directory = directory }

    /// - Throws: `StorageError` with `.damagedPacketLog` when its foot or table is damaged, or `.fileSystem`.
    func file(_ range: SegmentRange) throws(StorageError) -> ClosedSegmentFile {
        if let file = recent.withLock({ $0.files[range] }) { return file }
        let file = try ClosedSegmentFile(path: SegmentPath.closed(range, in: directory), range: range)
        recent.withLock { $0.files[range] = file }
        return file
    }

    /// The block that holds an address.
    func block(at address: PacketAddress, of range: SegmentRange) throws(StorageError) -> SegmentBlock {
        let file = try file(range)
        let number = file.number(of: address)
        let start = file.blocks[number].start
        if let block = recent.withLock({ $0.blocks[start] }) { return block }
        let block = SegmentBlock(start: start, bytes: try file.content(of: number))
        recent.withLock { $0.blocks[start] = block }
        return block
    }

    /// The index made again from the segment.
    func index(_ range: SegmentRange, key: PacketKey) throws(StorageError) -> SegmentIndex {
        let file = try file(range)
        var index = SegmentIndex()
        for (number, block) in file.blocks.enumerated() {
            index.add(SegmentBlock(start: block.start, bytes: try file.content(of: number)), key: key)
        }
        return index
    }

    /// Lets go of a segment whose file is removed.
    func forget(_ range: SegmentRange) {
        recent.withLock { recent in
            if let file = recent.files[range] {
                for block in file.blocks { recent.blocks[block.start] = nil }
            }
            recent.files[range] = nil
        }
    }
}
