/// What happened on a line: packets, answers, and how long the answers took.
package struct LineTally: Sendable {
    /// Time on a clock that nobody sets, in nanoseconds. Set before each step by whoever drives the line.
    package var nanoseconds: UInt64 = 0
    /// Packets that asked for an answer, each counted once.
    package var asked = 0
    /// Packets that asked for none.
    package var unasked = 0
    /// Packets whose answer has come.
    package private(set) var answered = 0
    /// Packets sent again for want of an answer.
    package var repeated = 0
    /// How often a device rested because all repeats stayed without answer.
    package var givenUp = 0
    /// Requests of the platform.
    package var requests = 0
    /// Connections that were refused or broke.
    package var broken = 0
    /// From the first sending of a packet to its answer.
    package private(set) var delays = DelayHistogram()

    package init() {}

    /// Packets that wait for their answer or were given up.
    package var unanswered: Int { asked - answered }

    /// An answer came so many nanoseconds after the packet.
    package mutating func answered(after nanoseconds: UInt64) {
        answered += 1
        delays.add(nanoseconds)
    }

    /// Adds what happened on another line.
    package mutating func add(_ other: LineTally) {
        asked += other.asked
        unasked += other.unasked
        answered += other.answered
        repeated += other.repeated
        givenUp += other.givenUp
        requests += other.requests
        broken += other.broken
        delays.add(other.delays)
    }
}
