import NIOCore

/// A connection over which devices can be asked for something: one device, or all that share a forwarder.
package final class DeviceLine: Sendable {
    /// The address at its other end.
    package let peer: String
    private let transmit: @Sendable ([UInt8]) -> Bool

    /// - Parameter transmit: sends bytes; false when the connection takes none now. Called from any thread.
    init(peer: String, transmit: @escaping @Sendable ([UInt8]) -> Bool) {
        self.peer = peer
        self.transmit = transmit
    }

    /// A connection of the server. A peer that reads nothing is sent nothing: what waits for it would fill the memory.
    convenience init(_ channel: any Channel, peer: String) {
        self.init(peer: peer) { bytes in
            guard channel.isActive, channel.isWritable else { return false }
            channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
            return true
        }
    }

    /// Sends a packet; false when the connection takes none now.
    func send(_ bytes: [UInt8]) -> Bool { transmit(bytes) }
}
