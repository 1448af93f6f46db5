internal import Crypto
internal import Foundation
internal import Glibc
internal import Ledger

/// A closed segment on disk: blocks of entries, each compressed by itself, a table of them, a foot.
///
/// An address leads to one block through the table. Every byte is covered: blocks by checksums in the table, table and
/// foot by a sha256 at the very end; the foot also holds the sha256 of the content before compression.
final class ClosedSegmentFile: Sendable {
    /// One block in the table.
    struct Block: Sendable {
        /// The address of its first byte.
        let start: Int64
        let contentLength: Int
        /// Where its frame stands in the file.
        let offset: Int64
        let frameLength: Int
        /// Of the frame.
        let checksum: UInt32
    }

    let summary: SegmentSummary
    let blocks: [Block]
    private let name: String
    private let descriptor: SharedDescriptor

    private static let mark = Array("QHZ1".utf8)
    private static let formatVersion: UInt32 = 1
    private static let rowLength = 12
    private static let footLength = 84
    private static let digestLength = 32

    /// The bytes behind the blocks.
    static func tail(_ blocks: [Block], _ summary: SegmentSummary, contentHash: [UInt8]) -> [UInt8] {
        var tail: [UInt8] = []
        for block in blocks {
            LittleEndian.append(UInt32(block.frameLength), to: &tail)
            LittleEndian.append(UInt32(block.contentLength), to: &tail)
            LittleEndian.append(block.checksum, to: &tail)
        }
        tail += mark
        LittleEndian.append(formatVersion, to: &tail)
        LittleEndian.append(summary.range.start.rawValue, to: &tail)
        LittleEndian.append(summary.range.end.rawValue, to: &tail)
        LittleEndian.append(Int64(summary.packetCount), to: &tail)
        LittleEndian.append(summary.earliestMilliseconds, to: &tail)
        LittleEndian.append(summary.latestMilliseconds, to: &tail)
        LittleEndian.append(UInt32(blocks.count), to: &tail)
        tail += contentHash
        return tail + Array(SHA256.hash(data: tail))
    }

    /// Opens a closed segment and checks its table.
    ///
    /// - Throws: `StorageError` with `.damagedPacketLog`, or `.fileSystem`.
    init(path: String, range: SegmentRange) throws(StorageError) {
        name = String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
        let opened = try FileDescriptor.open(path, O_RDONLY)
        descriptor = SharedDescriptor(opened)
        let damage = StorageError(.damagedPacketLog, detail: "\(range.start.rawValue) (\(name))")
        let length = try FileDescriptor.length(of: opened)
        let endLength = Self.footLength + Self.digestLength
        guard length >= Int64(endLength) else { throw damage }
        let end = try FileDescriptor.read(opened, at: length - Int64(endLength), count: endLength)
        guard end.count == endLength, end.starts(with: Self.mark) else { throw damage }
        let count = Int64(LittleEndian.read(UInt32.self, end, at: 48))
        let tableStart = length - Int64(endLength) - count * Int64(Self.rowLength)
        guard tableStart >= 0 else { throw damage }
        let tail = try FileDescriptor.read(opened, at: tableStart, count: Int(length - tableStart))
        let body = tail.dropLast(Self.digestLength)
        guard tail.suffix(Self.digestLength).elementsEqual(SHA256.hash(data: body)),
            LittleEndian.read(UInt32.self, end, at: 4) == Self.formatVersion,
            LittleEndian.read(Int64.self, end, at: 8) == range.start.rawValue,
            LittleEndian.read(Int64.self, end, at: 16) == range.end.rawValue
        else { throw damage }
        var blocks: [Block] = []
        var (address, offset) = (range.start.rawValue, Int64(0))
        for row in 0..<Int(count) {
            let block = Block(
                start: address, contentLength: Int(LittleEndian.read(UInt32.self, tail, at: row * Self.rowLength + 4)),
                offset: offset, frameLength: Int(LittleEndian.read(UInt32.self, tail, at: row * Self.rowLength)),
                checksum: LittleEndian.read(UInt32.self, tail, at: row * Self.rowLength + 8))
            guard block.contentLength <= SegmentBlocks.greatestLength else { throw damage }
            address += Int64(block.contentLength)
            offset += Int64(block.frameLength)
            blocks.append(block)
        }
        guard address == range.end.rawValue, offset == tableStart else { throw damage }
        self.blocks = blocks
        summary = SegmentSummary(
            range: range, packetCount: Int(clamping: LittleEndian.read(Int64.self, end, at: 24)),
            earliestMilliseconds: LittleEndian.read(Int64.self, end, at: 32),
            latestMilliseconds: LittleEndian.read(Int64.self, end, at: 40),
            contentHash: Hexadecimal.text(end[52..<84]))
    }

    /// The number of the block that holds an address of the segment.
    func number(of address: PacketAddress) -> Int {
        var low = 0
        var high = blocks.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if blocks[middle].start <= address.rawValue { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The content of a block.
    ///
    /// - Throws: `StorageError` with `.damagedPacketLog` and the address of the block.
    func content(of number: Int) throws(StorageError) -> [UInt8] {
        let block = blocks[number]
        let frame = try FileDescriptor.read(descriptor.rawValue, at: block.offset, count: block.frameLength)
        guard frame.count == block.frameLength, PacketEntryFormat.checksum(frame[...]) == block.checksum,
            let content = Zstandard.decompress(frame, length: block.contentLength)
        else { throw StorageError(.damagedPacketLog, detail: "\(block.start) (\(name))") }
        return content
    }

    /// Reads all of it and compares it with its foot.
    ///
    /// - Throws: `StorageError` with `.damagedPacketLog`.
    func verify() throws(StorageError) {
        var hash = SHA256()
        for number in blocks.indices { hash.update(data: try content(of: number)) }
        guard Hexadecimal.text(hash.finalize()) == summary.contentHash else {
            throw StorageError(.damagedPacketLog, detail: "\(summary.range.start.rawValue) (\(name))")
        }
    }

    /// Reads all of it, compares it with its foot, and makes the tree over its packets.
    ///
    /// - Throws: `StorageError` with `.damagedPacketLog`.
    func tree(with hasher: TreeHasher) throws(StorageError) -> MerkleTree {
        var tree = MerkleTree(hasher)
        var hash = SHA256()
        for (number, block) in blocks.enumerated() {
            let bytes = try content(of: number)
            hash.update(data: bytes)
            for packet in SegmentBlock(start: block.start, bytes: bytes).packets {
                tree.append(hasher.leaf(packet.leafBytes))
            }
        }
        guard Hexadecimal.text(hash.finalize()) == summary.contentHash, tree.size == Int64(summary.packetCount) else {
            throw StorageError(.damagedPacketLog, detail: "\(summary.range.start.rawValue) (\(name))")
        }
        return tree
    }

    func forEachPacket(_ body: (LoggedPacket) throws -> Void) throws {
        for (number, block) in blocks.enumerated() {
            try SegmentBlock(start: block.start, bytes: try content(of: number)).packets.forEach(body)
        }
    }
}
