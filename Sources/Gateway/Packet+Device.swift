import HJ212

extension Packet {
    /// A number longer than this is no device number but noise (HJ 212 allows 27 with its name).
    private static let greatestNumberLength = 64

    /// The device's number as the register knows it, in upper case; empty when there is none.
    var deviceNumber: String {
        String((head(.mn)?.string ?? "").uppercased().prefix(Self.greatestNumberLength))
    }
}
