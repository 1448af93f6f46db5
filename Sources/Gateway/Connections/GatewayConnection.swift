import HJ212
import Logging
import NIOCore
import Storage

/// One connection of a device or forwarder: bytes in, packets to the log, answers out when they are on disk. What it may do
/// is decided by `ConnectionState`; here it is done.
final class GatewayConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// How often the roster hears that a connection is at work, in milliseconds.
    private static let hearingPause: Int64 = 60_000

    private let hub: GatewayHub
    private var state: ConnectionState
    private var scanner = FrameScanner()
    private let peer: String
    private let handle: ConnectionHandle
    /// For who listens; nil when nobody does.
    private let line: DeviceLine?
    private var standing = ConnectionStanding.silent
    private var heardAt = Int64.min
    private var isReading = true
    private var isClosing = false
    private var timer: (task: Scheduled<Void>, at: Int64)?

    init(hub: GatewayHub, channel: any Channel) {
        self.hub = hub
        state = ConnectionState(limits: hub.limits, at: hub.monotonic())
        peer = channel.remoteAddress.map { "\($0.ipAddress ?? "?"):\($0.port ?? 0)" } ?? "?"
        handle = ConnectionHandle(id: hub.connections.nextID()) { channel.pipeline.fireUserInboundEventTriggered($0) }
        line = hub.listener == nil ? nil : DeviceLine(channel, peer: peer)
    }

    // MARK: What the socket says

    func channelActive(context: ChannelHandlerContext) {
        hub.tally.connected()
        let now = hub.monotonic()
        if !hub.connections.open(handle, from: PacketEntry.host(of: peer), at: now) { state.close(.refused, at: now) }
        follow(context: context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        guard let bytes = buffer.readBytes(length: buffer.readableBytes) else { return }
        scanner.feed(bytes)
        var frames: [Frame] = []
        while let frame = scanner.next() { frames.append(frame) }
        scanner.releaseJudged()
        let now = hub.monotonic()
        state.received(
            bytes.count, isPartial: !scanner.pending.isEmpty,
            isNoise: scanner.tally.noiseBytesSinceStart > Limits.noiseBytesBeforeClosing, at: now)
        keep(frames, at: now, context: context)
        follow(context: context)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        state.takesAnswers(context.channel.isWritable, at: hub.monotonic())
        follow(context: context)
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        let now = hub.monotonic()
        switch event {
        case let signal as ConnectionSignal:
            switch signal {
            case .diskFull(let isFull): state.diskFull(isFull, at: now)
            case .close(let reason): state.close(reason, at: now)
            }
            follow(context: context)
        case ChannelEvent.inputClosed:
            // Who sends and ends its side still waits for its answers.
            keep(scanner.flush(), at: now, context: context)
            state.close(.ended, at: now)
            follow(context: context)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.task.cancel()
        timer = nil
        keep(scanner.flush(), at: hub.monotonic(), context: context)
        hub.connections.close(handle)
        if let line { hub.listener?.closed(line) }
        hub.tally.disconnected()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        hub.logger.debug("connection error", metadata: ["peer": "\(peer)", "error": "\(error)"])
        context.close(promise: nil)
    }

    // MARK: From frames to answers

    private func keep(_ frames: [Frame], at now: Int64, context: ChannelHandlerContext) {
        if frames.isEmpty { return }
        let wall = hub.clock()
        let received = hub.tally.clock.receive(wall: wall, monotonic: now)
        let taken = hub.intake.take(
            frames, from: peer, receivedMilliseconds: received, wallMilliseconds: wall)
        if let heard = taken.heard.first { hub.tally.clock.compare(heard.packet, of: heard.mn, wall: wall) }
        state.took(framesOf: taken.numbers, byteCount: taken.byteCount, showing: taken.shows, at: now)
        if let reason = taken.closing { state.close(reason, at: now) }
        tellRoster(at: now, taken.shows)
        if taken.entries.isEmpty { return }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let loop = context.eventLoop
        hub.log.append(taken.entries) { result in
            loop.execute {
                let (handler, context) = bound.value
                handler.state.settled(taken.byteCount)
                handler.finish(taken, receivedAt: now, wall: wall, result, context: context)
                handler.follow(context: context)
            }
        }
    }

    private func finish(
        _ taken: PacketIntake.Taken, receivedAt: Int64, wall: Int64,
        _ result: Result<[PacketAddress], StorageError>, context: ChannelHandlerContext
    ) {
        switch result {
        case .success(let addresses):
            if !taken.answers.isEmpty, context.channel.isActive {
                context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: taken.answers)), promise: nil)
                hub.tally.answered(taken.answerCount, after: hub.monotonic() - receivedAt)
            }
            tell(taken, addresses, wall: wall)
        case .failure(let error):
            // Silence is the only negative answer the protocol has: the device keeps the packet and sends it again.
            hub.intake.notKept(taken, from: peer)
            hub.logger.error(
                "packets not written", metadata: ["peer": "\(peer)", "error": "\(error.code) \(error.detail)"])
        }
    }

    /// Tells who listens that packets are on disk. What comes after the end of the connection is told as well: it is data.
    private func tell(_ taken: PacketIntake.Taken, _ addresses: [PacketAddress], wall: Int64) {
        guard let listener = hub.listener, let line, !taken.heard.isEmpty else { return }
        listener.kept(
            taken.heard.map { heard in
                KeptPacket(
                    packet: heard.packet, mn: heard.mn, profile: heard.profile, wallMilliseconds: wall,
                    address: addresses[heard.index], usesProposedKey: heard.usesProposedKey)
            }, from: line)
    }

    private func tellRoster(at now: Int64, _ shown: ConnectionStanding) {
        guard shown > standing || (shown > .silent && now - heardAt >= Self.hearingPause) else { return }
        standing = max(standing, shown)
        heardAt = now
        hub.connections.heard(handle, standing, at: now)
    }

    // MARK: What the state wants

    /// Brings the socket and the timer to what the state says; called after everything that happened.
    private func follow(context: ChannelHandlerContext) {
        if state.mayRead != isReading {
            isReading = state.mayRead
            if !isReading { hub.tally.heldUp() }
            context.channel.setOption(.autoRead, value: isReading).whenComplete { _ in }
            if isReading { context.read() }
        }
        if state.mayClose, !isClosing { close(context: context) }
        guard context.channel.isActive, let moment = state.deadline else { return }
        if let timer, timer.at <= moment { return }
        timer?.task.cancel()
        let delay = max(1, moment - hub.monotonic())
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let task = context.eventLoop.scheduleTask(in: .milliseconds(delay)) {
            let (handler, context) = bound.value
            handler.wake(context: context)
        }
        timer = (task, moment)
    }

    private func wake(context: ChannelHandlerContext) {
        timer = nil
        let now = hub.monotonic()
        let due = state.wake(at: now)
        if due.isPartialOver {
            keep(scanner.flush(), at: now, context: context)
            scanner.releaseJudged()
        }
        if due.isClosedNow { return context.close(promise: nil) }
        follow(context: context)
    }

    private func close(context: ChannelHandlerContext) {
        guard let reason = state.closing, context.channel.isActive else { return }
        isClosing = true
        hub.tally.closed(reason)
        // Counted by reason and shown; a flood must not fill the operator's log with a line for each.
        hub.logger.info("connection closed", metadata: ["peer": "\(peer)", "reason": "\(reason.rawValue)"])
        if reason.isAbrupt { return context.close(promise: nil) }
        // Behind the answers, for what is written first is sent first.
        context.writeAndFlush(wrapOutboundOut(ByteBuffer())).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }
}
