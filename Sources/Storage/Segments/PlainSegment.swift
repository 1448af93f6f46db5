internal import Glibc
internal import Synchronization

/// A segment as it is written: entries one behind the other, open for as long as somebody holds it.
final class PlainSegment: Sendable {
    let start: Int64
    let descriptor: Int32
    private let written: Atomic<Int64>
    private let entries = Mutex(SegmentIndex())

    /// - Parameter length: the bytes that hold entries.
    init(start: Int64, descriptor: Int32, length: Int64) {
        self.start = start
        self.descriptor = descriptor
        written = Atomic(length)
    }

    deinit { FileDescriptor.close(descriptor) }

    /// The bytes that are on disk.
    var length: Int64 { written.load(ordering: .acquiring) }

    /// The address behind the last byte.
    var end: Int64 { start + length }

    /// The addresses of the segment, when it takes no more packets.
    var range: SegmentRange {
        SegmentRange(start: PacketAddress(rawValue: start), end: PacketAddress(rawValue: end))
    }

    /// More bytes are on disk.
    func grow(by count: Int) { written.add(Int64(count), ordering: .acquiringAndReleasing) }

    func bytes(at address: PacketAddress, atMost count: Int) throws(StorageError) -> [UInt8] {
        let offset = address.rawValue - start
        return try FileDescriptor.read(descriptor, at: offset, count: Int(min(Int64(count), length - offset)))
    }

    /// The index of what is on disk, made of what came since it was last asked for.
    func withIndex<Value>(_ key: PacketKey, _ body: (SegmentIndex) -> Value) throws(StorageError) -> Value {
        let result: Result<Value, StorageError> = entries.withLock { index in
            do throws(StorageError) {
                var blocks = SegmentBlocks(of: self, from: index.end ?? start)
                while let block = try blocks.next() { index.add(block, key: key) }
                return .success(body(index))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
