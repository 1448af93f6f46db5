/// Rows written byte by byte: two hundred thousand of them would take minutes through string formatting.
struct RowBytes: Sendable {
    private(set) var bytes: [UInt8] = []

    static let comma = UInt8(ascii: ",")
    static let newline = UInt8(ascii: "\n")

    init(reserving count: Int) {
        bytes.reserveCapacity(count)
    }

    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    mutating func append(_ text: [UInt8]) {
        bytes.append(contentsOf: text)
    }

    mutating func append(text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// A whole number without leading zeros.
    mutating func append(whole value: Int) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let size = value.magnitude
        var power: UInt = 1
        while size / power >= 10 { power *= 10 }
        append(digitsOf: size, from: power)
    }

    /// `value` ÷ 10^`decimals` with exactly that many decimals.
    mutating func append(scaled value: Int, decimals: Int) {
        var unit = 1
        for _ in 0..<decimals { unit *= 10 }
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let size = Int(value.magnitude)
        append(whole: size / unit)
        guard decimals > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        append(digitsOf: UInt(size % unit), from: UInt(unit / 10))
    }

    /// A number with leading zeros to the given width.
    mutating func append(padded value: Int, width: Int) {
        var power: UInt = 1
        for _ in 1..<width { power *= 10 }
        append(digitsOf: value.magnitude, from: power)
    }

    private mutating func append(digitsOf value: UInt, from power: UInt) {
        var rest = value
        var power = power
        while power > 0 {
            bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest / power))
            rest %= power
            power /= 10
        }
    }
}
