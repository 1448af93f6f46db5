/// Why the gateway closed a connection. The raw values are names for programs and never change.
package enum ConnectionClosing: String, Sendable, Hashable, CaseIterable {
    /// What came was no HJ 212: a port scanner, a browser.
    case notHJ212 = "not_hj212"
    /// No valid frame came in the time that a connection has for its first.
    case silent
    /// No valid frame came for hours.
    case idle
    /// It did not take its answers in.
    case slowReader = "slow_reader"
    /// Packets of unregistered devices are past their quota.
    case quota
    /// It sent more damaged packets than are kept as evidence.
    case damaged
    /// It gave way to another because there was no room.
    case evicted
    /// There was no room for it.
    case refused
    /// The peer ended its side and has its answers.
    case ended
    /// The service stops.
    case stopping

    /// Whether what is still to be sent is given up.
    var isAbrupt: Bool { self == .slowReader || self == .refused || self == .evicted }
}
