/// The raw packets, in the order in which they arrived, in segment files that only grow.
///
/// `append` reports back when the bytes are on disk: entries that arrive while one group is being synced form the next
/// group (group commit), so the cost of a sync is shared by all of them. After a crash the next group cuts the torn tail off;
/// it was never reported back, so no acknowledged packet is in it.
package final class PacketLog: Sendable {
    /// Called once with the addresses of the entries, or with the reason why they are not on disk.
    package typealias Completion = @Sendable (Result<[PacketAddress], StorageError>) -> Void

    /// A new segment starts beyond this size: small enough to scan after a crash within a second.
    package static let greatestSegmentBytes: Int64 = 64 << 20
    /// Bytes that may wait for the disk before senders are refused and must be slowed down.
    package static let greatestPendingBytes = 64 << 20

    /// What a group must leave free on its file system: the database beside the log finishes what it is at, and answers who
    /// looks for what to delete.
    package static let leastFreeBytes: Int64 = 64 << 20

    let files: SegmentFiles
    let queue: PacketQueue

    /// Opens the log in a directory, leaving out a torn tail.
    ///
    /// - Parameters:
    ///   - isWritable: false leaves every byte as it is, for looking beside a running server.
    ///   - leastFreeBytes: what a group must leave free on the file system.
    /// - Throws: `StorageError` with `.fileSystem`.
    package convenience init(
        directory: String, isWritable: Bool = true, leastFreeBytes: Int64 = PacketLog.leastFreeBytes
    ) throws {
        try self.init(directory: directory, isWritable: isWritable, leastFreeBytes: leastFreeBytes, writer: .disk)
    }

    init(
        directory: String, isWritable: Bool = true, leastFreeBytes: Int64 = 0, writer: SegmentWriter = .disk,
        greatestPendingBytes: Int = PacketLog.greatestPendingBytes,
        greatestSegmentBytes: Int64 = PacketLog.greatestSegmentBytes
    ) throws {
        files = try SegmentFiles(
            directory: directory, isWritable: isWritable, leastFreeBytes: leastFreeBytes,
            greatestSegmentBytes: greatestSegmentBytes, writer: writer)
        queue = PacketQueue(files: files, greatestPendingBytes: greatestPendingBytes)
    }

    /// Whether this process writes the log.
    package var isWritable: Bool { files.isWritable }

    /// Sees what the process that writes the log has done since it was opened or followed last.
    ///
    /// - Throws: `StorageError` with `.fileSystem`.
    package func follow() throws { try files.follow() }

    /// The address behind the last entry that is on disk; of a log that is only read, the last that was seen.
    package var durableEnd: PacketAddress { files.end }

    /// The address of the first entry that is still there.
    package var start: PacketAddress { files.start }

    /// Why packets wait for the disk; nil while they do not. Cheap enough to ask for every packet.
    package var stall: PacketLogStall? { queue.stall }

    /// Calls back once when packets wait no longer, at once when none do, and when the log is closed.
    ///
    /// - Parameter body: runs on the log's own queue; it must be short.
    package func whenRecovered(_ body: @escaping @Sendable () -> Void) { queue.whenRecovered(body) }

    /// Gives no packet an address before this one, up to which packets have been read. Call it before the first `append`.
    ///
    /// A log that ends before what was read from it has lost packets: its end was damaged or cut off. What is there stays, damaged
    /// as it is, for `verify` to name, and packets go on behind the address, where they will be read.
    ///
    /// - Returns: where the sound packets end, when packets that were read are missing behind it; nil when none are.
    /// - Throws: `StorageError` with `.fileSystem`.
    package func goOn(behind address: PacketAddress) throws -> PacketAddress? { try files.goOn(behind: address) }

    /// Takes no more entries. What can be written is; what waits for room fails with `.logClosed`.
    package func close() { queue.close() }

    /// Adds entries; `completion` runs on the log's own queue when they are on disk.
    ///
    /// A group for which there is no room, or that the disk refuses, waits and is tried again until it is there: see `stall`.
    /// Entries fail with `.overloaded` when too many wait, and with `.logClosed`.
    package func append(_ batch: PacketBatch, completion: @escaping Completion) {
        queue.append(batch, completion: completion)
    }

    /// Adds entries and returns when they are on disk.
    @discardableResult
    package func append(_ batch: PacketBatch) async throws -> [PacketAddress] {
        try await withCheckedThrowingContinuation { continuation in
            append(batch) { continuation.resume(with: $0) }
        }
    }

    /// Adds entries and returns when they are on disk.
    @discardableResult
    package func append(_ entries: [PacketEntry]) async throws -> [PacketAddress] {
        try await append(PacketBatch(entries))
    }

    /// Entries from an address on, up to about a mebibyte; empty at the end of what is on disk.
    ///
    /// - Throws: `StorageError` with `.damagedPacketLog` when no entry stands there, `.expiredPackets` when it was removed.
    package func read(from address: PacketAddress) throws -> [LoggedPacket] {
        try files.read(from: address, to: durableEnd)
    }

    /// The entry at an address.
    ///
    /// - Throws: `StorageError` with `.damagedPacketLog` when none stands there, `.expiredPackets` when it was removed.
    package func packet(at address: PacketAddress) throws -> LoggedPacket { try files.packet(at: address) }

    /// The address of what follows an entry.
    package func address(after packet: LoggedPacket) -> PacketAddress {
        PacketEntryFormat.address(after: packet)
    }
}
