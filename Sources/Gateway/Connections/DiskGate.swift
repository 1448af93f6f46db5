import Logging
import Storage

/// Stops the gateway while the log cannot put packets on disk: no socket is read from and no connection accepted, so that
/// nothing is taken in that would have to be dropped. What was taken in waits and is acknowledged when it is on disk.
struct DiskGate: Sendable {
    /// How often the log is asked. In between, packets go into its queue, which holds a second of the fastest senders.
    private static let pause = Duration.milliseconds(100)

    /// Why the log keeps packets waiting; nil while it does not.
    let stall: @Sendable () -> PacketLogStall?
    let connections: GatewayConnections
    /// Lets connections be accepted, or not.
    let accept: @Sendable (Bool) -> Void
    let logger: Logger
    private(set) var isShut = false

    /// - Parameters:
    ///   - stall: why the log keeps packets waiting; nil while it does not.
    ///   - accept: lets connections be accepted, or not.
    init(
        stall: @escaping @Sendable () -> PacketLogStall?, connections: GatewayConnections,
        accept: @escaping @Sendable (Bool) -> Void, logger: Logger
    ) {
        self.stall = stall
        self.connections = connections
        self.accept = accept
        self.logger = logger
    }

    /// Runs until cancelled; recovers by itself.
    func run() async {
        var gate = self
        while !Task.isCancelled {
            gate.look()
            try? await Task.sleep(for: Self.pause)
        }
    }

    /// Asks the log, and does something where it stands differently from the last time.
    mutating func look() {
        let stall = stall()
        guard isShut != (stall != nil) else { return }
        isShut = stall != nil
        if let stall {
            logger.error(
                "packets cannot be written: no socket is read",
                metadata: ["error": "\(stall.reason.code) \(stall.reason.detail)"])
        } else {
            logger.notice("packets can be written again: sockets are read")
        }
        connections.diskFull(isShut)
        accept(!isShut)
    }
}
