/// How the packet log tells the devices of packets apart. The log itself knows no protocol.
package struct PacketKey: Sendable {
    /// Raised when the same packets must give other keys; indexes made before are made again.
    package let version: UInt32
    /// The key in the bytes of a packet as received, empty when there is none. At most 255 bytes of it count.
    package let key: @Sendable (_ raw: [UInt8]) -> String

    package init(version: UInt32, _ key: @escaping @Sendable (_ raw: [UInt8]) -> String) {
        self.version = version
        self.key = key
    }

    /// The key as an index holds it.
    func bytes(of raw: [UInt8]) -> [UInt8] { Self.bytes(key(raw)) }

    static func bytes(_ key: String) -> [UInt8] { Array(key.utf8.prefix(255)) }
}
