/// How forwarding to one platform stands.
package struct UpstreamStatus: Sendable, Hashable {
    /// Why a line ended or could not be made.
    package enum Trouble: Sendable, Hashable {
        /// No connection; the system's words.
        case unreachable(String)
        /// The other side closed the line.
        case closed
        /// A packet was sent as often as may be and not acknowledged.
        case unanswered
        /// What came was no HJ 212.
        case notHJ212
        /// The address is that of our own gateway.
        case itself
        /// Packets are written anew and there is no password for this platform.
        case passwordMissing
        /// The packet log could not be read; the reason.
        case log(String)
    }

    /// Why a packet could not be written anew.
    package enum Hindrance: Sendable, Hashable, CaseIterable {
        /// It is ciphered, and no key of its device fits that is at hand.
        case keyless
        /// With another number or password it does not fit the length field.
        case overlong
    }

    package enum Phase: Sendable, Hashable {
        case connecting
        case connected
        /// Tried again when the clock says so, in milliseconds since 1970-01-01T00:00:00Z.
        case waiting(Trouble, untilMilliseconds: Int64)
    }

    package var phase = Phase.connecting
    /// When the phase began, in milliseconds since 1970-01-01T00:00:00Z.
    package var sinceMilliseconds: Int64
    /// How far it is; written down from time to time.
    package var state: ForwardingState
    /// Why the last line ended; nil while there is one.
    package var lastTrouble: Trouble?
    /// Packets on their way.
    package var unsettled = 0
    /// Since the start of the process: packets sent again, answers that answer nothing, requests that were refused, lines
    /// that ended.
    package var resent = 0
    package var strayAnswers = 0
    package var refusedRequests = 0
    package var brokenLines = 0
    /// Packets since the start of the process that could not be written for it, by what was in the way.
    package var unwritable: [Hindrance: Int] = [:]
    /// How many lines in a row ended without any packet acknowledged.
    package var fruitlessLines = 0
}
