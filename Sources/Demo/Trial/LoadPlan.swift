package import Standards

/// How hard `qingheng device simulate` presses a gateway.
package struct LoadPlan: Sendable {
    /// Packets a second over all connections; nil: as many as are answered.
    package var packetsPerSecond: Double?
    /// Packets a connection sends ahead of their answers.
    package var window = 1
    package var connections = 1
    /// Packets over all connections; nil: until time is up.
    package var packets: Int?
    /// The first hour of the data, and the first QN.
    package var start: Instant

    package init(start: Instant) { self.start = start }

    /// Packets that connection `place` sends; nil: no end.
    func packets(of place: Int) -> Int? {
        packets.map { $0 / connections + (place < $0 % connections ? 1 : 0) }
    }
}
