import HJ212
import NIOCore
import NIOPosix
import Storage
import Synchronization

/// One connection to an upper platform: packets of the log out, in their order; answers in.
struct UpstreamLine: Sendable {
    typealias Stream = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// Why a line ended; it never ends without a reason.
    struct End: Error { let trouble: UpstreamStatus.Trouble }

    /// The keys of a device by its number.
    typealias Keys = @Sendable (String) async throws -> KeyRing

    let entry: UpstreamStore.Entry
    let board: ForwardingBoard
    let log: PacketLog
    let keys: Keys
    let pace: ForwardingPace
    /// The port of our own gateway on this machine; nil when there is none.
    let ownPort: Int?
    /// The time of the day, in milliseconds since 1970-01-01T00:00:00Z.
    let clock: @Sendable () -> Int64
    /// Milliseconds of a clock that only goes forward.
    let monotonic: @Sendable () -> Int64

    private var id: String { entry.upstream.id }

    /// What the two directions share.
    private final class Shared: Sendable {
        let window: Mutex<ForwardingWindow>
        let wakes: AsyncStream<Void>
        let wake: AsyncStream<Void>.Continuation

        init(_ window: sending ForwardingWindow) {
            self.window = Mutex(window)
            (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        }
    }

    /// Connects and forwards until the line ends.
    ///
    /// - Throws: `End`, or `CancellationError`.
    func run(from state: ForwardingState) async throws {
        let upstream = entry.upstream
        let channel: Stream
        do {
            channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(.milliseconds(pace.connectMilliseconds))
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .channelOption(.socketOption(.so_keepalive), value: 1)
                .connect(host: upstream.host, port: upstream.port) { channel in
                    channel.eventLoop.makeCompletedFuture { try Stream(wrappingChannelSynchronously: channel) }
                }
        } catch {
            throw End(trouble: .unreachable("\(error)"))
        }
        try await channel.executeThenClose { inbound, outbound in
            guard !isOwnGateway(channel.channel) else { throw End(trouble: .itself) }
            board.update(id) { status in
                status.phase = .connected
                status.lastTrouble = nil
                status.sinceMilliseconds = clock()
            }
            try await converse(inbound, outbound, from: state)
        }
    }

    /// Packets sent to ourselves would come back for ever.
    private func isOwnGateway(_ channel: any Channel) -> Bool {
        guard let remote = channel.remoteAddress, let local = channel.localAddress else { return false }
        return remote.port == ownPort && remote.ipAddress == local.ipAddress
    }

    private func converse(
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>,
        from state: ForwardingState
    ) async throws {
        let shared = Shared(
            ForwardingWindow(
                from: state.settled, capacity: pace.window, answerMilliseconds: pace.answerMilliseconds,
                greatestSends: pace.greatestSends))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await receive(inbound, outbound, shared) }
            tasks.addTask { try await send(outbound, shared, from: state) }
            tasks.addTask {
                while true {
                    try await Task.sleep(for: .milliseconds(pace.poll))
                    shared.wake.yield()
                }
            }
            defer { tasks.cancelAll() }
            // Each ends only by a fault of the line.
            try await tasks.next()
        }
    }

    private func send(
        _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>, _ shared: Shared, from state: ForwardingState
    ) async throws {
        var reader = ForwardingReader(entry, from: state.settled, board: board, log: log, keys: keys)
        shared.wake.yield()
        for await _ in shared.wakes {
            try Task.checkCancellation()
            var room = shared.window.withLock { $0.room }
            while room > 0, reader.hasMore {
                let packets: [ForwardedPacket]
                do {
                    packets = try await reader.next(atMost: room)
                } catch let error as StorageError {
                    throw End(trouble: .log("\(error.code) \(error.detail)"))
                }
                // Noted before they are sent: what may have been sent counts as sent.
                let end = reader.position
                board.update(id) { $0.state.sent = max($0.state.sent, end) }
                shared.window.withLock { $0.add(packets, lookedThroughTo: end, now: monotonic()) }
                if !packets.isEmpty {
                    let bytes = packets.flatMap { $0.address < state.sent ? $0.again : $0.first }
                    try await outbound.write(ByteBuffer(bytes: bytes))
                }
                shared.window.withLock { $0.written() }
                note(shared)
                room = shared.window.withLock { $0.room }
            }
            switch shared.window.withLock({ $0.repeatOverdue(now: monotonic()) }) {
            case .none: break
            case .giveUp: throw End(trouble: .unanswered)
            case .send(let bytes):
                let count = shared.window.withLock { $0.unsettledCount }
                board.update(id) { $0.resent += count }
                try await outbound.write(ByteBuffer(bytes: bytes))
            }
        }
    }

    private func receive(
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>,
        _ shared: Shared
    ) async throws {
        var scanner = FrameScanner()
        for try await buffer in inbound {
            scanner.feed(Array(buffer.readableBytesView))
            while let frame = scanner.next() {
                if let reply = take(Packet(frame), shared) { try await outbound.write(ByteBuffer(bytes: reply)) }
            }
            note(shared)
            shared.wake.yield()
            if scanner.tally.noiseBytesSinceStart > Limits.noiseBytesBeforeClosing { throw End(trouble: .notHJ212) }
        }
        throw End(trouble: .closed)
    }

    /// Takes a message of the platform.
    ///
    /// - Returns: what it is told; nil when nothing is.
    private func take(_ packet: Packet, _ shared: Shared) -> [UInt8]? {
        guard packet.frame.checksum == .right else { return nil }
        if packet.commandNumber == .dataAnswer {
            let key = ForwardedPacket.Key(packet)
            if shared.window.withLock({ $0.answered(key) }) {
                board.update(id) { status in
                    status.state.answeredMilliseconds = clock()
                    status.fruitlessLines = 0
                }
            } else {
                board.update(id) { $0.strayAnswers += 1 }
            }
            return nil
        }
        guard packet.commandNumber?.isAnswer != true else { return nil }
        // Our devices take orders from this bureau alone; a platform above it asks the bureau.
        board.update(id) { $0.refusedRequests += 1 }
        return packet.wantsAnswer ? PacketWriter.reply9011(to: packet, .refused) : nil
    }

    /// Writes down how far the line is.
    private func note(_ shared: Shared) {
        let (settled, count, unsettled) = shared.window.withLock { window in
            (window.settled, window.takeSettledCount(), window.unsettledCount)
        }
        board.update(id) { status in
            status.state.settled = max(status.state.settled, settled)
            status.state.packets += count
            status.unsettled = unsettled
        }
    }
}
