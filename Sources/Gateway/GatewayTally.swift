package import HJ212
import Synchronization

/// What the gateway met since it started; may be lost with the process.
package final class GatewayTally: Sendable {
    package struct Counts: Sendable {
        package var connections = 0
        package var packets = 0
        package var wrongChecksums = 0
        package var wrongLengths = 0
        package var broken = 0
        /// Packets that asked for an answer and got none because their device is not registered.
        package var unanswered = 0
        /// Packets that were neither kept nor answered because the quota of unregistered devices is used up.
        package var lost = 0
        /// Damaged packets that were not kept as evidence because their peer sent too many.
        package var lostEvidence = 0
        /// Groups of packets that could not be written, so that nobody was told they were.
        package var unwrittenGroups = 0
        /// Connections closed by us, by reason.
        package var closed: [ConnectionClosing: Int] = [:]
        /// How often a connection was not read from for a while: it was too fast, the disk too slow, or its peer did not
        /// take its answers in.
        package var heldUp = 0
        /// How long devices waited for their answers.
        package var latency = AnswerLatency()
        /// What was let pass, set aside and refused, by name.
        package var deviations = ToleranceTally()

        /// Counts a packet.
        mutating func add(_ verdict: PacketVerdict, _ judgement: Judgement) {
            packets += 1
            switch verdict {
            case .accepted, .sent: break
            case .acceptedWrongLength: wrongLengths += 1
            case .wrongChecksum: wrongChecksums += 1
            case .broken, .ciphered, .tooLong: broken += 1
            }
            // The page of a packet names what is odd inside it; here it would hold up the answers of all devices.
            deviations.add(judgement, looksInside: false)
        }
    }

    /// The time of receipt, and what is known of our clock.
    package let clock = ClockWatch()
    private let state = Mutex(Counts())

    /// Whether the process was started to answer unregistered devices, whatever the switch on the screen says.
    package let isCaptureForced: Bool

    package init(isCaptureForced: Bool = false) { self.isCaptureForced = isCaptureForced }

    /// The counts now.
    package var counts: Counts { state.withLock { $0 } }

    func connected() { state.withLock { $0.connections += 1 } }
    func disconnected() { state.withLock { $0.connections -= 1 } }
    func closed(_ reason: ConnectionClosing) { state.withLock { $0.closed[reason, default: 0] += 1 } }
    func heldUp() { state.withLock { $0.heldUp += 1 } }
    func answered(_ count: Int, after milliseconds: Int64) {
        state.withLock { $0.latency.add(count, after: milliseconds) }
    }
    func notWritten() { state.withLock { $0.unwrittenGroups += 1 } }

    /// Adds what was counted of packets that arrived together.
    func add(_ counts: Counts) {
        state.withLock { all in
            all.packets += counts.packets
            all.wrongChecksums += counts.wrongChecksums
            all.wrongLengths += counts.wrongLengths
            all.broken += counts.broken
            all.unanswered += counts.unanswered
            all.lost += counts.lost
            all.lostEvidence += counts.lostEvidence
            all.deviations.add(counts.deviations)
        }
    }
}
