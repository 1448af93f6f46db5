package import Ledger

/// The short name of a claim as it is printed: the first 60 bits of its leaf hash in twelve letters and digits, `7F3K-2M9Q-4X6T`.
package struct ClaimID: RawRepresentable, Hashable, Sendable {
    /// Crockford's base 32: without I, L, O and U, so that nothing is misread from paper.
    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars)
    private static let length = 12

    /// With its hyphens.
    package let rawValue: String

    /// The name of a claim with that leaf hash.
    package init(of leaf: TreeHash) {
        let number = leaf.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var text = ""
        for place in 0..<Self.length {
            if place > 0, place.isMultiple(of: 4) { text.unicodeScalars.append("-") }
            text.unicodeScalars.append(Self.letters[Int(number >> UInt64(59 - 5 * place)) & 31])
        }
        rawValue = text
    }

    /// Reads a name as people type it: in either case, with or without hyphens and blanks, O for 0, I and L for 1.
    ///
    /// - Returns: nil for what is no name.
    package init?(rawValue typed: String) {
        var text = ""
        for scalar in typed.uppercased().unicodeScalars where scalar != "-" && scalar != " " {
            let meant: Unicode.Scalar =
                switch scalar {
                case "O": "0"
                case "I", "L": "1"
                default: scalar
                }
            guard Self.letters.contains(meant) else { return nil }
            if !text.isEmpty, text.unicodeScalars.count(where: { $0 != "-" }).isMultiple(of: 4) {
                text.unicodeScalars.append("-")
            }
            text.unicodeScalars.append(meant)
        }
        guard text.unicodeScalars.count == Self.length + 2 else { return nil }
        rawValue = text
    }
}
