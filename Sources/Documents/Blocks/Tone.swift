/// A colour with a meaning, such as a class of air quality. Never the only sign of it.
package struct Tone: Hashable, Sendable {
    /// The class name on the web is `tone-` and this; only `a`–`z`, `0`–`9` and `-` are kept.
    package let name: String
    /// The colour on paper, six hexadecimal digits.
    package let hex: String

    package init(name: String, red: UInt8, green: UInt8, blue: UInt8) {
        self.name = name.filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
        self.hex = [red, green, blue].map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
