import HJ212

/// Bytes of a packet in figures, with what must not be seen left out.
struct PacketBytes {
    private let raw: [UInt8]
    private let secret: Set<Int>

    init(_ raw: [UInt8], _ anatomy: PacketAnatomy) {
        self.raw = raw
        secret = Set(anatomy.parts.compactMap(\.secret).joined())
    }

    /// E.g. `23 23`; `**` for a byte of a password or key.
    func hex(_ range: Range<Int>) -> String { range.map(hex).joined(separator: " ") }

    /// The bytes as text, whatever they are.
    func text(_ range: Range<Int>) -> String {
        PacketRaw.plain(range.map { secret.contains($0) ? UInt8(ascii: "*") : raw[$0] })
    }

    /// All bytes, sixteen a line, with their positions and as letters.
    var dump: String {
        stride(from: 0, to: raw.count, by: 16).map { start in
            let line = start..<min(start + 16, raw.count)
            let digits = String(start, radix: 16, uppercase: true)
            let position = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            let figures = hex(line)
            let letters = line.map { index -> Character in
                let byte = secret.contains(index) ? UInt8(ascii: "*") : raw[index]
                return (0x20..<0x7F).contains(byte) ? Character(Unicode.Scalar(byte)) : "."
            }
            return position + "  " + figures + String(repeating: " ", count: 49 - figures.count) + String(letters)
        }.joined(separator: "\n")
    }

    private func hex(_ index: Int) -> String {
        if secret.contains(index) { return "**" }
        let digits = String(raw[index], radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }
}
