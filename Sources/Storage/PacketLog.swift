internal import Dispatch
internal import Synchronization

/// The raw packets, in the order in which they arrived, in segment files that only grow.
///
/// `append` reports back when the bytes are on disk: entries that arrive while one group is being synced form the next
/// group (group commit), so the cost of a sync is shared by all of them. After a crash the torn tail is cut off; it was
/// never reported back, so no acknowledged packet is in it.
package final class PacketLog: Sendable {
    /// Called once with the addresses of the entries, or with the reason why they are not on disk.
    package typealias Completion = @Sendable (Result<[PacketAddress], StorageError>) -> Void

    /// A new segment starts beyond this size: small enough to scan after a crash within a second.
    package static let greatestSegmentBytes: Int64 = 64 << 20
    /// Bytes that may wait for the disk before senders are refused and must be slowed down.
    package static let greatestPendingBytes = 64 << 20

    private struct Group {
        var bytes: [UInt8] = []
        var waiters: [(offsets: [Int], completion: Completion)] = []
    }

    private struct State {
        var pending = Group()
        var isFlushing = false
        var durableEnd: PacketAddress
    }

    private let files: SegmentFiles
    private let state: Mutex<State>
    /// The one place that blocks on the disk; never a thread of the cooperative pool.
    private let disk = DispatchQueue(label: "qingheng.packet-log")

    /// Opens the log in a directory, cutting a torn tail.
    ///
    /// - Parameter isWritable: false leaves every byte as it is, for looking beside a running server.
    /// - Throws: `StorageError` with `.fileSystem`.
    package init(directory: String, isWritable: Bool = true) throws {
        files = try SegmentFiles(directory: directory, isWritable: isWritable)
        state = Mutex(State(durableEnd: files.end))
    }

    /// The address behind the last entry that is on disk.
    package var durableEnd: PacketAddress { state.withLock { $0.durableEnd } }

    /// The address of the first entry.
    package var start: PacketAddress { files.start }

    /// Adds entries; `completion` runs on the log's own queue when they are on disk, or could not be put there.
    package func append(_ entries: [PacketEntry], completion: @escaping Completion) {
        let refusal: StorageError? = state.withLock { state in
            guard state.pending.bytes.count < Self.greatestPendingBytes else {
                return StorageError(.overloaded, detail: "\(state.pending.bytes.count)")
            }
            var offsets: [Int] = []
            for entry in entries {
                offsets.append(state.pending.bytes.count)
                PacketEntryFormat.append(entry, to: &state.pending.bytes)
            }
            state.pending.waiters.append((offsets, completion))
            if !state.isFlushing {
                state.isFlushing = true
                disk.async { self.flush() }
            }
            return nil
        }
        if let refusal { completion(.failure(refusal)) }
    }

    /// Adds entries and returns when they are on disk.
    @discardableResult
    package func append(_ entries: [PacketEntry]) async throws -> [PacketAddress] {
        try await withCheckedThrowingContinuation { continuation in
            append(entries) { continuation.resume(with: $0) }
        }
    }

    /// Entries from an address on, up to about a mebibyte; empty at the end of what is on disk.
    ///
    /// - Throws: `StorageError` with `.damagedPacketLog` when no entry stands there.
    package func read(from address: PacketAddress) throws -> [LoggedPacket] {
        try files.read(from: address, to: durableEnd)
    }

    /// The entry at an address.
    ///
    /// - Throws: `StorageError` with `.damagedPacketLog` when none stands there.
    package func packet(at address: PacketAddress) throws -> LoggedPacket { try files.packet(at: address) }

    /// The address of what follows an entry.
    package func address(after packet: LoggedPacket) -> PacketAddress {
        PacketAddress(rawValue: packet.address.rawValue + Int64(PacketEntryFormat.length(of: packet.entry)))
    }

    /// Writes group after group until none waits.
    private func flush() {
        while let group = nextGroup() {
            do {
                let base = try files.append(group.bytes)
                state.withLock { $0.durableEnd = files.end }
                for waiter in group.waiters {
                    waiter.completion(
                        .success(waiter.offsets.map { PacketAddress(rawValue: base.rawValue + Int64($0)) }))
                }
            } catch {
                for waiter in group.waiters { waiter.completion(.failure(error)) }
            }
        }
    }

    private func nextGroup() -> Group? {
        state.withLock { state in
            guard !state.pending.waiters.isEmpty else {
                state.isFlushing = false
                return nil
            }
            let group = state.pending
            state.pending = Group()
            return group
        }
    }
}
