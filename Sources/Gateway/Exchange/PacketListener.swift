/// Who is told of the packets of registered devices once they are on disk, and of connections that end.
///
/// Called on the loop of the connection: it must take note and return.
package protocol PacketListener: Sendable {
    /// Packets of one connection are on disk; they stand in the order of their arrival.
    func kept(_ packets: [KeptPacket], from line: DeviceLine)

    /// A connection has ended.
    func closed(_ line: DeviceLine)
}
