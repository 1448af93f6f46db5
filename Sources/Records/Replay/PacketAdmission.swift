package import Ledger
package import Storage

/// How a room's records put packets on record and say that they were removed, so that a replay knows which ones belong to a
/// moment.
package struct PacketAdmission: Sendable {
    package typealias Reading = @Sendable (LedgerRecord) -> SegmentRange?

    /// The addresses of the packets that a record puts on record; nil for records that put none.
    package let admitted: Reading
    /// The addresses of the packets of which a record says that they were removed after their time; nil for others.
    package let removed: Reading

    package init(admitted: @escaping Reading, removed: @escaping Reading) {
        self.admitted = admitted
        self.removed = removed
    }
}
