internal import Glibc

/// How the packet log puts bytes on disk; tests hand in one that fails.
struct SegmentWriter: Sendable {
    /// Writes bytes at an offset of a file and returns when they are on disk.
    var write: @Sendable (_ bytes: [UInt8], _ descriptor: Int32, _ offset: Int64) throws(StorageError) -> Void
    /// Cuts a file to a length and returns when that is on disk.
    var cut: @Sendable (_ descriptor: Int32, _ length: Int64) throws(StorageError) -> Void
    /// The bytes that a file's file system has left for this process; nil when it does not say.
    var freeBytes: @Sendable (_ descriptor: Int32) -> Int64?

    /// The operating system's.
    static let disk = SegmentWriter(
        write: { bytes, descriptor, offset throws(StorageError) in
            try FileDescriptor.write(bytes, to: descriptor, at: offset)
            try FileDescriptor.sync(descriptor)
        },
        cut: { descriptor, length throws(StorageError) in try FileDescriptor.truncate(descriptor, to: length) },
        freeBytes: { FileDescriptor.freeBytes(of: $0) })
}
