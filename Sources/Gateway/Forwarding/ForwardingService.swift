import HJ212
package import Logging
import NIOCore
package import Records
import Registry
import ServiceLifecycle
import Storage

/// Copies packets to the upper platforms that are set, each by itself: one that answers nothing holds up no other.
package struct ForwardingService: Service {
    private let book: RecordBook
    private let board: ForwardingBoard
    private let keys: KeyStore
    private let pace: ForwardingPace
    private let ownPort: Int?
    private let clock: RecordBook.Clock
    private let logger: Logger

    /// - Parameters:
    ///   - keys: of devices that cipher what they send.
    ///   - ownPort: where our own gateway listens; nil when there is none.
    package init(
        book: RecordBook, board: ForwardingBoard, keys: KeyStore = .none, pace: ForwardingPace = ForwardingPace(),
        ownPort: Int?,
        clock: @escaping RecordBook.Clock, logger: Logger
    ) {
        self.book = book
        self.board = board
        self.keys = keys
        self.pace = pace
        self.ownPort = ownPort
        self.clock = clock
        self.logger = logger
    }

    /// Runs until shut down, and then writes down how far it is; through a fault, packets stay in the log.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { lines in
                var known: [Int64] = []
                while !Task.isCancelled {
                    do {
                        known = try await look(after: known)
                        for entry in try await claim() { lines.addTask { await serve(entry) } }
                        try await save()
                    } catch is CancellationError {
                        break
                    } catch {
                        logger.error("upper platforms not looked after", metadata: ["error": "\(error)"])
                    }
                    try? await Task.sleep(for: .milliseconds(pace.round))
                }
                lines.cancelAll()
            }
        }
        // Not cancelled by the shutdown: the next start goes on exactly here.
        try await save()
    }

    private func serve(_ entry: UpstreamStore.Entry) async {
        let (database, store) = (book.database, keys)
        let line = UpstreamLine(
            entry: entry, board: board, log: book.archive.packets,
            keys: { mn in
                try await database.read { try DeviceKeys(of: mn, from: store, in: $0)?.ring ?? KeyRing() }
            }, pace: pace, ownPort: ownPort, clock: clock,
            monotonic: { Int64(NIODeadline.now().uptimeNanoseconds / 1_000_000) })
        await UpstreamForwarder(line: line, logger: logger).run()
        board.release(entry.upstream.id)
    }

    /// Reads the register again if something in it changed.
    ///
    /// - Returns: the last records of the actions that change it.
    private func look(after known: [Int64]) async throws -> [Int64] {
        let actions = [
            UpstreamActions.upstreamSet, UpstreamActions.upstreamRemoved, RegistryActions.deviceBound,
            RegistryActions.objectRegistered,
        ]
        let fresh = try await book.database.read { connection -> ([Int64], ForwardingBoard.Register)? in
            let last = try actions.map { try RecordStore.lastSequence(of: $0, in: connection) }
            guard last != known else { return nil }
            let entries = try UpstreamStore.upstreams(in: connection)
            return (
                last,
                ForwardingBoard.Register(
                    entries: Dictionary(entries.map { ($0.upstream.id, $0) }, uniquingKeysWith: { _, last in last }),
                    kinds: try UpstreamStore.boundDevices(in: connection))
            )
        }
        guard let fresh else { return known }
        board.publish(fresh.1)
        return fresh.0
    }

    private func claim() async throws -> [UpstreamStore.Entry] {
        let states = try await book.database.read { try ForwardingState.all(in: $0) }
        return board.claim(states: states, logStart: book.archive.packets.start, now: clock())
    }

    private func save() async throws {
        let states = board.unsaved
        let present = Set(board.register.entries.keys)
        let gone = try await book.database.read { try ForwardingState.all(in: $0) }.keys.filter {
            !present.contains($0)
        }
        guard !states.isEmpty || !gone.isEmpty else { return }
        try await book.database.write { connection in
            for state in states { try state.save(to: connection) }
            for id in gone { try ForwardingState.forget(id, in: connection) }
        }
        board.saved(states)
    }
}
