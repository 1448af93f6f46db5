import Logging
import NIOCore
import Storage

/// Stops the gateway while the log cannot put packets on disk: no socket is read from and no connection accepted, so that
/// nothing is taken in that would have to be dropped. What was taken in waits and is acknowledged when it is on disk.
struct DiskGate {
    /// How often the log is asked. In between, packets go into its queue, which holds a second of the fastest senders.
    private static let pause = Duration.milliseconds(100)

    let log: PacketLog
    let connections: GatewayConnections
    /// The socket that accepts connections.
    let listening: any Channel
    let logger: Logger

    /// Runs until cancelled; recovers by itself.
    func run() async {
        var isShut = false
        while !Task.isCancelled {
            let stall = log.stall
            if isShut != (stall != nil) {
                isShut = stall != nil
                if let stall {
                    logger.error(
                        "packets cannot be written: no socket is read",
                        metadata: ["error": "\(stall.reason.code) \(stall.reason.detail)"])
                } else {
                    logger.notice("packets can be written again: sockets are read")
                }
                connections.diskFull(isShut)
                listening.setOption(.autoRead, value: !isShut).whenComplete { _ in }
                if !isShut { listening.read() }
            }
            try? await Task.sleep(for: Self.pause)
        }
    }
}
