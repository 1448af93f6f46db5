import HJ212
import NIOCore
import NIOPosix
import Synchronization

/// An upper platform on this machine that keeps what it gets and behaves as a test wants.
final class LoopbackPlatform: Sendable {
    /// What it does with a packet.
    enum Reaction: Sendable {
        /// Keeps it and answers 9014 where it is asked for.
        case answer
        /// Keeps it and says nothing.
        case silence
        /// Keeps it and sends these bytes.
        case send([UInt8])
        /// Closes the line; false leaves the packet unread.
        case close(keeping: Bool)
    }

    private struct State {
        var packets: [Packet] = []
        var answers: [Packet] = []
        var lines: [any Channel] = []
        var lineCount = 0
        var isReading = true
    }

    private let state = Mutex(State())
    private let reaction: @Sendable (Packet, _ count: Int) -> Reaction
    private let channel: any Channel

    /// Listens on a free port of this machine.
    ///
    /// - Parameter reaction: told the packet and how many came before it.
    static func start(
        _ reaction: @escaping @Sendable (Packet, _ count: Int) -> Reaction = { _, _ in .answer }
    ) async throws -> LoopbackPlatform {
        let holder = Holder()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Line(holder: holder))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let platform = LoopbackPlatform(reaction, channel)
        holder.platform.withLock { $0 = platform }
        return platform
    }

    private final class Holder: Sendable {
        let platform: Mutex<LoopbackPlatform?> = Mutex(nil)
    }

    private init(_ reaction: @escaping @Sendable (Packet, Int) -> Reaction, _ channel: any Channel) {
        self.reaction = reaction
        self.channel = channel
    }

    var port: Int { channel.localAddress?.port ?? 0 }
    /// Uploads in the order in which they came.
    var packets: [Packet] { state.withLock { $0.packets } }
    /// Answers to its own messages.
    var answers: [Packet] { state.withLock { $0.answers } }
    var lineCount: Int { state.withLock { $0.lineCount } }
    var numbers: [String] { packets.map { $0.exchangeNumber?.string ?? "" } }
    /// The same without repeats.
    var firstNumbers: [String] {
        var seen: Set<String> = []
        return numbers.filter { seen.insert($0).inserted }
    }

    /// Stops reading, so that the buffers of the line fill up, or goes on.
    func read(_ isReading: Bool) {
        let lines = state.withLock { state in
            state.isReading = isReading
            return state.lines
        }
        for line in lines {
            line.setOption(.autoRead, value: isReading).whenComplete { _ in if isReading { line.read() } }
        }
    }

    /// Sends something on every line.
    func send(_ bytes: [UInt8]) {
        for line in state.withLock({ $0.lines }) { line.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil) }
    }

    func stop() async {
        for line in state.withLock({ $0.lines }) { line.close(promise: nil) }
        try? await channel.close()
    }

    fileprivate func opened(_ line: any Channel) {
        let isReading = state.withLock { state in
            state.lineCount += 1
            state.lines = state.lines.filter(\.isActive) + [line]
            return state.isReading
        }
        if !isReading { line.setOption(.autoRead, value: false).whenComplete { _ in } }
    }

    /// - Returns: what to do.
    fileprivate func take(_ packet: Packet) -> Reaction {
        if packet.commandNumber?.isAnswer == true {
            state.withLock { $0.answers.append(packet) }
            return .silence
        }
        let reaction = reaction(packet, state.withLock { $0.packets.count })
        if case .close(keeping: false) = reaction { return reaction }
        state.withLock { $0.packets.append(packet) }
        return reaction
    }

    private final class Line: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let holder: Holder
        private var scanner = FrameScanner()

        init(holder: Holder) { self.holder = holder }

        private var platform: LoopbackPlatform? { holder.platform.withLock { $0 } }

        func channelActive(context: ChannelHandlerContext) { platform?.opened(context.channel) }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            scanner.feed(Array(unwrapInboundIn(data).readableBytesView))
            while let frame = scanner.next() {
                let packet = Packet(frame)
                var reply: [UInt8]?
                switch platform?.take(packet) ?? .silence {
                case .silence: break
                case .answer: reply = PacketWriter.reply9014(to: packet)
                case .send(let bytes): reply = bytes
                case .close:
                    context.close(promise: nil)
                    return
                }
                if let reply { context.writeAndFlush(NIOAny(ByteBuffer(bytes: reply)), promise: nil) }
            }
        }
    }
}
