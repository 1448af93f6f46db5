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
    private let listener: (any PacketListener)?
    private let clock: RecordBook.Clock
    private let logger: Logger
    /// Told the port when the service listens; 0 asked for any free one.
    private let onListening: @Sendable (Int) -> Void

    /// - Parameter listener: told of the packets of registered devices; nil for nobody.
    package init(
        host: String, port: Int, log: PacketLog, intake: PacketIntake, listener: (any PacketListener)? = nil,
        clock: @escaping RecordBook.Clock, logger: Logger,
        onListening: @escaping @Sendable (Int) -> Void
    ) {
        self.host = host
        self.port = port
        self.log = log
        self.intake = intake
        self.listener = listener
        self.clock = clock
        self.logger = logger
        self.onListening = onListening
    }

    /// Listens until shut down; connections are closed then, and what was not acknowledged is sent again by its device.
    package func run() async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let (log, intake, listener, clock, logger) = (log, intake, listener, clock, logger)
        let channel: any Channel
        do {
            channel = try await ServerBootstrap(group: group)
                .serverChannelOption(.backlog, value: 512)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelOption(.socketOption(.so_keepalive), value: 1)
                .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(
                            GatewayConnection(
                                log: log, intake: intake, listener: listener, clock: clock, logger: logger))
                    }
                }
                .bind(host: host, port: port).get()
        } catch {
            throw GatewayError(host: host, port: port, reason: "\(error)")
        }
        onListening(channel.localAddress?.port ?? port)
        try await withGracefulShutdownHandler {
            try await channel.closeFuture.get()
        } onGracefulShutdown: {
            channel.close(promise: nil)
        }
    }
}
