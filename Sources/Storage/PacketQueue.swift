internal import Dispatch
internal import Synchronization

/// The entries on their way to the disk: gathered while one group is written, kept while none can be.
///
/// A group that cannot be written stays at the head and is tried again, so that a full disk holds packets up and loses
/// none. Completions run in the order in which the entries came.
final class PacketQueue: Sendable {
    /// The first pause before a group is tried again, in milliseconds; it doubles from try to try.
    private static let firstPause = 50
    /// The longest pause, in milliseconds: whoever made room sees within a second that it helped.
    private static let greatestPause = 1_000

    private struct Group {
        private(set) var waiters: [(batch: PacketBatch, completion: PacketLog.Completion)] = []
        private(set) var byteCount = 0
        /// When the first entry was received.
        private(set) var receivedMilliseconds: Int64 = 0

        /// Little work, for all who send packets wait for each other here.
        mutating func add(_ batch: PacketBatch, _ completion: @escaping PacketLog.Completion) {
            if waiters.isEmpty { receivedMilliseconds = batch.firstMilliseconds ?? 0 }
            waiters.append((batch, completion))
            byteCount += batch.bytes.count
        }

        /// What goes to disk, in one piece.
        var bytes: [UInt8] {
            if waiters.count == 1 { return waiters[0].batch.bytes }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(byteCount)
            for waiter in waiters { bytes += waiter.batch.bytes }
            return bytes
        }

        /// Tells all that their entries are on disk.
        func succeed(at base: PacketAddress) {
            var start = base.rawValue
            for (batch, completion) in waiters {
                completion(.success(batch.offsets.map { PacketAddress(rawValue: start + Int64($0)) }))
                start += Int64(batch.bytes.count)
            }
        }
    }

    private struct State {
        /// What is being written, or is tried again.
        var head: Group?
        var pending = Group()
        var isFlushing = false
        /// Whether the head is being written at this moment, so that its fate is not known.
        var isWriting = false
        var isClosed = false
        /// Why the head was not written when it was last tried.
        var failure: StorageError?
        /// The last pause, in milliseconds.
        var pause = 0
        var listeners: [@Sendable () -> Void] = []

        var waitingBytes: Int { (head?.byteCount ?? 0) + pending.byteCount }

        /// Gives up what waits.
        mutating func takeWaiters() -> [PacketLog.Completion] {
            let waiters = (head?.waiters ?? []) + pending.waiters
            head = nil
            pending = Group()
            failure = nil
            return waiters.map(\.completion)
        }
    }

    private let files: SegmentFiles
    private let greatestPendingBytes: Int
    private let state = Mutex(State())
    /// The one place that blocks on the disk; never a thread of the cooperative pool.
    private let disk = DispatchQueue(label: "qingheng.packet-log")

    init(files: SegmentFiles, greatestPendingBytes: Int) {
        self.files = files
        self.greatestPendingBytes = greatestPendingBytes
    }

    deinit { close() }

    /// Why packets wait; nil when they do not.
    var stall: PacketLogStall? {
        state.withLock { state in
            guard let failure = state.failure, let head = state.head else { return nil }
            return PacketLogStall(
                sinceMilliseconds: head.receivedMilliseconds, reason: failure, waitingBytes: state.waitingBytes)
        }
    }

    func append(_ batch: PacketBatch, completion: @escaping PacketLog.Completion) {
        let refusal: StorageError? = state.withLock { state in
            guard !state.isClosed else { return StorageError(.logClosed, detail: "") }
            guard state.waitingBytes < greatestPendingBytes else {
                return StorageError(.overloaded, detail: "\(state.waitingBytes)")
            }
            state.pending.add(batch, completion)
            if !state.isFlushing {
                state.isFlushing = true
                disk.async { self.flush() }
            }
            return nil
        }
        if let refusal { completion(.failure(refusal)) }
    }

    /// Calls back once when packets do not wait for room, at once when they do not now; also when the log is closed.
    func whenRecovered(_ body: @escaping @Sendable () -> Void) {
        let isWaiting = state.withLock { state in
            guard state.failure != nil, !state.isClosed else { return false }
            state.listeners.append(body)
            return true
        }
        if !isWaiting { body() }
    }

    /// Runs something between two groups.
    func betweenGroups<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            disk.async { continuation.resume(with: Result(catching: body)) }
        }
    }

    /// Takes no more entries; those that cannot be written fail with `.logClosed`. What is being written is finished first.
    func close() {
        let (waiters, listeners) = state.withLock { state in
            state.isClosed = true
            let waiters = state.failure != nil && !state.isWriting ? state.takeWaiters() : []
            defer { state.listeners = [] }
            return (waiters, state.listeners)
        }
        Self.fail(waiters)
        for listener in listeners { listener() }
    }

    private static func fail(_ waiters: [PacketLog.Completion]) {
        for completion in waiters { completion(.failure(StorageError(.logClosed, detail: ""))) }
    }

    /// Writes group after group until none waits or one cannot be written.
    private func flush() {
        while let group = nextGroup() {
            do {
                let base = try files.append(group.bytes)
                let listeners = written()
                group.succeed(at: base)
                for listener in listeners { listener() }
            } catch {
                return failed(error)
            }
        }
    }

    private func nextGroup() -> Group? {
        state.withLock { state in
            if state.head == nil {
                guard !state.pending.waiters.isEmpty else {
                    state.isFlushing = false
                    return nil
                }
                state.head = state.pending
                state.pending = Group()
            }
            state.isWriting = true
            return state.head
        }
    }

    /// The head is on disk.
    ///
    /// - Returns: who wants to hear that packets do not wait any more.
    private func written() -> [@Sendable () -> Void] {
        state.withLock { state in
            state.head = nil
            state.isWriting = false
            state.failure = nil
            state.pause = 0
            defer { state.listeners = [] }
            return state.listeners
        }
    }

    /// The head stays where it is and is tried again.
    private func failed(_ error: StorageError) {
        let (pause, waiters): (Int?, [PacketLog.Completion]) = state.withLock { state in
            state.isWriting = false
            guard !state.isClosed else {
                state.isFlushing = false
                return (nil, state.takeWaiters())
            }
            state.failure = error
            state.pause = min(max(state.pause * 2, Self.firstPause), Self.greatestPause)
            return (state.pause, [])
        }
        Self.fail(waiters)
        guard let pause else { return }
        // Weak: a log that nobody holds any more must not live on because its disk is full.
        disk.asyncAfter(deadline: .now() + .milliseconds(pause)) { [weak self] in self?.flush() }
    }
}
