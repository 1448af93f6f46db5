package import Storage

/// What a projection has made of packets before the transaction that writes it, so that the transaction is short.
package protocol PacketPreparation: Sendable {
    /// Whether the state that it rests on is still the present one; otherwise the packets are read anew.
    func holds(in connection: ReadConnection) throws -> Bool

    /// Brings the tables up to date.
    func write(to connection: WriteConnection, from archive: Archive) throws
}
