import NIOCore
import Synchronization

/// Collects what the gateway answers; NIO calls it on one loop, the test reads from another task.
final class HeardBytes: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    private let received: Mutex<[UInt8]> = Mutex([])

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = Array(unwrapInboundIn(data).readableBytesView)
        received.withLock { $0 += bytes }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    var text: String { received.withLock { String(decoding: $0, as: UTF8.self) } }
    var answers: Int { text.split(separator: "\r\n").count }
}
