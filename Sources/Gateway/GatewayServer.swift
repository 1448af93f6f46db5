import Glibc
package import Logging
import NIOCore
import NIOPosix
package import Records
import ServiceLifecycle
package import Storage

/// The TCP service for monitoring devices.
package struct GatewayServer: Service {
    private let host: String
    private let port: Int
    private let log: PacketLog
    private let intake: PacketIntake
    private let limits: GatewayLimits
    private let listener: (any PacketListener)?
    private let clock: RecordBook.Clock
    private let logger: Logger
    /// Told the port when the service listens; 0 asked for any free one.
    private let onListening: @Sendable (Int) -> Void

    /// - Parameter listener: told of the packets of registered devices; nil for nobody.
    package init(
        host: String, port: Int, log: PacketLog, intake: PacketIntake, limits: GatewayLimits = GatewayLimits(),
        listener: (any PacketListener)? = nil, clock: @escaping RecordBook.Clock, logger: Logger,
        onListening: @escaping @Sendable (Int) -> Void
    ) {
        self.host = host
        self.port = port
        self.log = log
        self.intake = intake
        self.limits = limits
        self.listener = listener
        self.clock = clock
        self.logger = logger
        self.onListening = onListening
    }

    /// Listens until shut down; connections are closed then, and what was not acknowledged is sent again by its device.
    package func run() async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        var limits = limits
        limits.connections = OpenFileLimit.raise(forConnections: limits.connections)
        let hub = GatewayHub(
            log: log, intake: intake, connections: GatewayConnections(limits: limits), limits: limits,
            listener: listener,
            clock: clock, monotonic: { Int64(NIODeadline.now().uptimeNanoseconds / 1_000_000) }, logger: logger)
        let channel: any Channel
        do {
            channel = try await ServerBootstrap(group: group)
                .serverChannelOption(.backlog, value: 512)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                // A line that went dead is noticed within two minutes, also while we have nothing to say on it.
                .childChannelOption(.socketOption(.so_keepalive), value: 1)
                .childChannelOption(.tcpOption(.init(rawValue: TCP_KEEPIDLE)), value: 60)
                .childChannelOption(.tcpOption(.init(rawValue: TCP_KEEPINTVL)), value: 15)
                .childChannelOption(.tcpOption(.init(rawValue: TCP_KEEPCNT)), value: 4)
                .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
                .childChannelOption(.allowRemoteHalfClosure, value: true)
                // One read a turn, and small buffers while little comes: each connection keeps its last buffer.
                .childChannelOption(.maxMessagesPerRead, value: 1)
                .childChannelOption(
                    .recvAllocator,
                    value: AdaptiveRecvByteBufferAllocator(minimum: 512, initial: 1_024, maximum: limits.readBytes)
                )
                // The system lets its own buffer grow to megabytes for a peer that takes nothing, and we could not see it.
                .childChannelOption(.socketOption(.so_sndbuf), value: .init(limits.unsentBytes))
                .childChannelOption(
                    .writeBufferWaterMark,
                    value: ChannelOptions.Types.WriteBufferWaterMark(
                        low: limits.unsentBytes / 2, high: limits.unsentBytes)
                )
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(GatewayConnection(hub: hub, channel: channel))
                    }
                }
                .bind(host: host, port: port).get()
        } catch {
            throw GatewayError(host: host, port: port, reason: "\(error)")
        }
        onListening(channel.localAddress?.port ?? port)
        let gate = DiskGate(
            stall: { log.stall }, connections: hub.connections,
            accept: { accepts in
                channel.setOption(.autoRead, value: accepts).whenComplete { _ in }
                if accepts { channel.read() }
            }, logger: logger)
        // Cancelled where another service of the process failed: who waits for a socket would not notice.
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { await gate.run() }
                try await channel.closeFuture.get()
                tasks.cancelAll()
            }
            hub.connections.stop()
        } onCancelOrGracefulShutdown: {
            channel.close(promise: nil)
        }
    }
}
