/// A key of SM4: 16 bytes. A secret: it is never printed, and only `text` gives it out, for the packet that brings it.
public struct CipherKey: Sendable, Hashable {
    let bytes: [UInt8]

    /// A key from its bytes; nil unless there are 16.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == SM4.blockBytes else { return nil }
        self.bytes = Array(bytes)
    }

    /// A key as `NewSK` carries it: 16 characters (HJ 212-2025). Nil for anything else, and for characters that would break
    /// the grammar of a packet.
    public init?(text: String) {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !";,&=".utf8.contains($0) }) else { return nil }
        self.init(bytes: text.utf8)
    }

    /// A new key of 16 letters and digits, which `NewSK` can carry: 95 bits.
    public init(using generator: inout some RandomNumberGenerator) {
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
        bytes = (0..<SM4.blockBytes).map { _ in signs[Int.random(in: signs.indices, using: &generator)] }
    }

    /// The 16 characters, for `NewSK`; nil when the bytes are no such characters.
    public var text: String? {
        let text = String(decoding: bytes, as: UTF8.self)
        return CipherKey(text: text) == self ? text : nil
    }
}

extension CipherKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Says nothing of the key.
    public var description: String { "CipherKey" }
    /// Says nothing of the key.
    public var debugDescription: String { description }
    /// Shows nothing of the key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
