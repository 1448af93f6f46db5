/// What is kept of one packet: when it came, from where, how the gateway judged its frame, and its bytes.
package struct PacketEntry: Hashable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z at which the last byte arrived.
    package let receivedMilliseconds: Int64
    /// The sender's network address; at most 255 bytes are kept.
    package let peer: String
    /// The gateway's verdict, in its own numbering.
    package let verdict: UInt8
    /// The bytes as received.
    package let raw: [UInt8]

    package init(receivedMilliseconds: Int64, peer: String, verdict: UInt8, raw: [UInt8]) {
        self.receivedMilliseconds = receivedMilliseconds
        self.peer = peer
        self.verdict = verdict
        self.raw = raw
    }

    /// Reads the leaf that stands for a packet in trees (Docs/formats/packets.md); nil when it is too short for what it says.
    package init?(leaf: [UInt8]) {
        guard let entry = PacketEntryFormat.entry(ofBody: leaf.indices, of: leaf) else { return nil }
        self = entry
    }
}
