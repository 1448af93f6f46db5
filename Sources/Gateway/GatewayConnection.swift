import HJ212
import Logging
import NIOCore
import Records
import Storage

/// One connection of a device or forwarder: bytes in, packets to the log, answers out when they are on disk.
///
/// Nothing here decides what a packet means for the bureau; that is read from the log afterwards.
final class GatewayConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Bytes received but not yet on disk, beyond which the connection is not read from: a slow disk slows the sender
    /// down instead of filling the memory.
    static let greatestUnwrittenBytes = 1 << 20

    private let log: PacketLog
    private let tally: GatewayTally
    private let clock: RecordBook.Clock
    private let logger: Logger
    private var scanner = FrameScanner()
    private var peer = ""
    private var unwrittenBytes = 0
    private var isReading = true
    private var silence: Scheduled<Void>?

    init(log: PacketLog, tally: GatewayTally, clock: @escaping RecordBook.Clock, logger: Logger) {
        self.log = log
        self.tally = tally
        self.clock = clock
        self.logger = logger
    }

    func channelActive(context: ChannelHandlerContext) {
        peer = context.remoteAddress.map { "\($0.ipAddress ?? "?"):\($0.port ?? 0)" } ?? "?"
        tally.connected()
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
        tally.disconnected()
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
        let received = clock()
        var answers: [UInt8] = []
        var entries: [PacketEntry] = []
        var bytes = 0
        for frame in frames {
            let verdict = PacketVerdict(frame)
            tally.received(verdict)
            if verdict.isAccepted, let answer = Self.answer(to: Packet(frame)) { answers += answer }
            bytes += frame.bytes.count
            entries.append(
                PacketEntry(
                    receivedMilliseconds: received, peer: peer, verdict: verdict.rawValue, raw: Array(frame.bytes)))
        }
        unwrittenBytes += bytes
        limitReading(context: context)
        let settled = answers
        let count = bytes
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let loop = context.eventLoop
        log.append(entries) { result in
            loop.execute {
                let (handler, context) = bound.value
                handler.unwrittenBytes -= count
                handler.limitReading(context: context)
                handler.finish(result.map { _ in settled }, context: context)
            }
        }
    }

    /// The answer that a device waits for, due only when its packet is on disk.
    private static func answer(to packet: Packet) -> [UInt8]? {
        switch packet.commandNumber {
        case .clockNotice, .heartbeat: PacketWriter.reply9013(to: packet)
        default: PacketWriter.reply9014(to: packet)
        }
    }

    private func finish(_ result: Result<[UInt8], StorageError>, context: ChannelHandlerContext) {
        switch result {
        case .success(let answers):
            guard !answers.isEmpty, context.channel.isActive else { return }
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: answers)), promise: nil)
        case .failure(let error):
            // Silence is the only negative answer the protocol has: the device keeps the packet and sends it again.
            tally.notWritten()
            logger.error(
                "packets not written", metadata: ["peer": "\(peer)", "error": "\(error.code) \(error.detail)"])
        }
    }

    private func limitReading(context: ChannelHandlerContext) {
        let mayRead = unwrittenBytes < Self.greatestUnwrittenBytes
        guard mayRead != isReading else { return }
        isReading = mayRead
        context.channel.setOption(.autoRead, value: mayRead).whenComplete { _ in }
        if mayRead { context.read() }
    }
}
