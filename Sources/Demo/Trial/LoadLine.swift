import NIOCore

/// Puts a session under load onto a TCP connection. Everything happens on the channel's event loop.
final class LoadLine: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var session: LoadSession
    private let tick: TimeAmount
    private let isEnding: @Sendable () -> Bool
    private let report: @Sendable (LoadSession) -> Void
    private var ticking: RepeatedTask?

    init(
        session: LoadSession, tick: TimeAmount, isEnding: @escaping @Sendable () -> Bool,
        report: @escaping @Sendable (LoadSession) -> Void
    ) {
        self.session = session
        self.tick = tick
        self.isEnding = isEnding
        self.report = report
    }

    func channelActive(context: ChannelHandlerContext) {
        write(session.connected(at: now), context)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        ticking = context.eventLoop.scheduleRepeatedTask(initialDelay: tick, delay: tick) { _ in
            let (line, context) = bound.value
            if line.isEnding() { line.session.isEnding = true }
            line.write(line.session.tick(at: line.now), context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        ticking?.cancel()
        ticking = nil
        report(session)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        write(session.receive(Array(buffer.readableBytesView), at: now), context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private var now: UInt64 { NIODeadline.now().uptimeNanoseconds }

    private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        if !bytes.isEmpty {
            context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(bytes: bytes)), promise: nil)
        }
        if session.isDone { context.close(promise: nil) }
    }
}
