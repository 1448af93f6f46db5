import HJ212

extension Packet {
    /// A number longer than this is no device number but noise (HJ 212 allows 27 with its name).
    private static let greatestNumberLength = 64

    /// The device's number as the register knows it, in upper case; empty when there is none.
    var deviceNumber: String {
        guard let sent = head(.mn) else { return "" }
        let bytes = sent.bytes
        // Nearly all are digits and capital letters, and are what they will be.
        if bytes.count <= Self.greatestNumberLength, bytes.allSatisfy({ $0 < 0x80 && !($0 >= 0x61 && $0 <= 0x7A) }) {
            return String(decoding: bytes, as: UTF8.self)
        }
        return String(sent.string.uppercased().prefix(Self.greatestNumberLength))
    }
}
