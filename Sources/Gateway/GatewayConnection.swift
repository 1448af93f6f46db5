import HJ212
import Logging
import NIOCore
import Records
import Storage

/// One connection of a device or forwarder: bytes in, packets to the log, answers out when they are on disk.
final class GatewayConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Bytes received but not yet on disk, beyond which the connection is not read from: a slow disk slows the sender
    /// down instead of filling the memory.
    static let greatestUnwrittenBytes = 1 << 20

    private let log: PacketLog
    private let listener: (any PacketListener)?
    private var line: DeviceLine?
    private let intake: PacketIntake
    private let clock: RecordBook.Clock
    private let logger: Logger
    private var scanner = FrameScanner()
    private var peer = ""
    private var unwrittenBytes = 0
    private var isReading = true
    private var isClosing = false
    private var silence: Scheduled<Void>?

    init(
        log: PacketLog, intake: PacketIntake, listener: (any PacketListener)?, clock: @escaping RecordBook.Clock,
        logger: Logger
    ) {
        self.log = log
        self.listener = listener
        self.intake = intake
        self.clock = clock
        self.logger = logger
    }

    func channelActive(context: ChannelHandlerContext) {
        peer = context.remoteAddress.map { "\($0.ipAddress ?? "?"):\($0.port ?? 0)" } ?? "?"
        if listener != nil { line = DeviceLine(context.channel, peer: peer) }
        intake.tally.connected()
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        if let bytes = buffer.readBytes(length: buffer.readableBytes) { scanner.feed(bytes) }
        var frames: [Frame] = []
        while let frame = scanner.next() { frames.append(frame) }
        keep(frames, context: context)
        silence?.cancel()
        if scanner.tally.noiseBytesSinceStart > Limits.noiseBytesBeforeClosing {
            logger.notice("closing a peer that speaks no HJ 212", metadata: ["peer": "\(peer)"])
            context.close(promise: nil)
        } else if !scanner.pending.isEmpty {
            scheduleFlush(context: context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        silence?.cancel()
        keep(scanner.flush(), context: context)
        if let line { listener?.closed(line) }
        intake.tally.disconnected()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        logger.debug("connection error", metadata: ["peer": "\(peer)", "error": "\(error)"])
        context.close(promise: nil)
    }

    /// Gives a cut frame up when nothing more of it comes.
    private func scheduleFlush(context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        silence = context.eventLoop.scheduleTask(in: .seconds(Int64(Limits.partialFrameSeconds))) {
            let (handler, context) = bound.value
            handler.keep(handler.scanner.flush(), context: context)
        }
    }

    private func keep(_ frames: [Frame], context: ChannelHandlerContext) {
        if frames.isEmpty { return }
        let taken = intake.take(frames, from: peer, receivedMilliseconds: clock())
        if taken.isOverQuota, !isClosing {
            isClosing = true
            logger.notice("closing a peer past the quota of unregistered devices", metadata: ["peer": "\(peer)"])
        }
        unwrittenBytes += taken.byteCount
        limitReading(context: context)
        guard !taken.entries.isEmpty else { return closeWhenWritten(context: context) }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let loop = context.eventLoop
        log.append(taken.entries) { result in
            loop.execute {
                let (handler, context) = bound.value
                handler.unwrittenBytes -= taken.byteCount
                handler.limitReading(context: context)
                handler.finish(taken, result, context: context)
                handler.closeWhenWritten(context: context)
            }
        }
    }

    private func finish(
        _ taken: PacketIntake.Taken, _ result: Result<[PacketAddress], StorageError>, context: ChannelHandlerContext
    ) {
        switch result {
        case .success(let addresses):
            tell(taken, addresses)
            guard !taken.answers.isEmpty, context.channel.isActive else { return }
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: taken.answers)), promise: nil)
        case .failure(let error):
            // Silence is the only negative answer the protocol has: the device keeps the packet and sends it again.
            intake.notKept(taken, from: peer)
            logger.error(
                "packets not written", metadata: ["peer": "\(peer)", "error": "\(error.code) \(error.detail)"])
        }
    }

    /// Tells who listens that packets are on disk. What comes after the end of the connection is told as well: it is data.
    private func tell(_ taken: PacketIntake.Taken, _ addresses: [PacketAddress]) {
        guard let listener, let line, !taken.heard.isEmpty else { return }
        listener.kept(
            taken.heard.map { heard in
                KeptPacket(
                    packet: heard.packet, mn: heard.mn, profile: heard.profile,
                    receivedMilliseconds: taken.entries[heard.index].receivedMilliseconds,
                    address: addresses[heard.index])
            }, from: line)
    }

    /// Closes a peer that is past its quota, but not before the registered devices behind it have their answers: a forwarder
    /// with one unknown device among many must not have to send everything again for ever.
    private func closeWhenWritten(context: ChannelHandlerContext) {
        guard isClosing, unwrittenBytes == 0, context.channel.isActive else { return }
        // Behind the answers, for what is written first is sent first.
        context.writeAndFlush(wrapOutboundOut(ByteBuffer())).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }

    private func limitReading(context: ChannelHandlerContext) {
        let mayRead = !isClosing && unwrittenBytes < Self.greatestUnwrittenBytes
        guard mayRead != isReading else { return }
        isReading = mayRead
        context.channel.setOption(.autoRead, value: mayRead).whenComplete { _ in }
        if mayRead { context.read() }
    }
}
