import NIOCore
import Standards

/// Puts a line's session onto a TCP connection. Everything happens on the channel's event loop.
///
/// Not `Sendable`: the session goes in when the channel is made and is asked back on its event loop when it has closed.
final class DeviceLine: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// How often the line looks at the clock. Devices are punctual to a second.
    private static let tick = TimeAmount.milliseconds(500)
    /// Actions that wait at most; a gateway that does not read for long costs a new connection.
    private static let backlog = 2_000

    private var session: LineSession
    private let now: @Sendable () -> Instant
    private let report: @Sendable (LineSession) -> Void
    private var actions: [LineSession.Action] = []
    private var isPausing = false
    private var ticking: RepeatedTask?

    /// `report` hears of the session after each step: the service keeps it for the next connection.
    init(
        session: LineSession, now: @escaping @Sendable () -> Instant,
        report: @escaping @Sendable (LineSession) -> Void
    ) {
        self.session = session
        self.now = now
        self.report = report
    }

    func channelActive(context: ChannelHandlerContext) {
        startStopwatch()
        perform(session.open(at: now()), context)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        ticking = context.eventLoop.scheduleRepeatedTask(initialDelay: Self.tick, delay: Self.tick) { _ in
            let (line, context) = bound.value
            line.look(context)
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
        startStopwatch()
        perform(session.receive(Array(buffer.readableBytesView), at: now()), context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func startStopwatch() { session.tally.nanoseconds = NIODeadline.now().uptimeNanoseconds }

    private func look(_ context: ChannelHandlerContext) {
        let moment = now()
        startStopwatch()
        perform(session.advance(to: moment), context)
        if session.isSilent(at: moment) { context.close(promise: nil) }
    }

    private func perform(_ new: [LineSession.Action], _ context: ChannelHandlerContext) {
        actions += new
        guard actions.count <= Self.backlog else { return context.close(promise: nil) }
        workOff(context)
        report(session)
    }

    private func workOff(_ context: ChannelHandlerContext) {
        while !isPausing, !actions.isEmpty {
            switch actions.removeFirst() {
            case .write(let bytes):
                context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(bytes: bytes)), promise: nil)
            case .pause(let milliseconds):
                isPausing = true
                let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
                context.eventLoop.scheduleTask(in: .milliseconds(Int64(milliseconds))) {
                    let (line, context) = bound.value
                    line.isPausing = false
                    line.workOff(context)
                }
            }
        }
    }
}
