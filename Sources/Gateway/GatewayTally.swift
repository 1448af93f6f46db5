import Synchronization

/// What the gateway met since it started; may be lost with the process.
package final class GatewayTally: Sendable {
    package struct Counts: Sendable {
        package var connections = 0
        package var packets = 0
        package var wrongChecksums = 0
        package var wrongLengths = 0
        package var broken = 0
        /// Groups of packets that could not be written, so that nobody was told they were.
        package var unwrittenGroups = 0
    }

    private let state = Mutex(Counts())

    package init() {}

    /// The counts now.
    package var counts: Counts { state.withLock { $0 } }

    func connected() { state.withLock { $0.connections += 1 } }
    func disconnected() { state.withLock { $0.connections -= 1 } }
    func notWritten() { state.withLock { $0.unwrittenGroups += 1 } }

    func received(_ verdict: PacketVerdict) {
        state.withLock { counts in
            counts.packets += 1
            switch verdict {
            case .accepted: break
            case .acceptedWrongLength: counts.wrongLengths += 1
            case .wrongChecksum: counts.wrongChecksums += 1
            case .broken, .ciphered: counts.broken += 1
            }
        }
    }
}
