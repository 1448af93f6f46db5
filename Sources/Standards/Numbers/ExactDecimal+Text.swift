extension ExactDecimal: LosslessStringConvertible {
    /// Reads a decimal number: optional sign, digits with at most one point, optional exponent (`-0.50`, `.5`, `1e5`).
    ///
    /// Nil for anything else: white space, separators, NaN, infinity, more than 18 decimals, more than 19 digits.
    public init?(_ text: String) {
        self.init(utf8: text.utf8)
    }

    /// Reads a decimal number from any kind of string; see `init(_: String)`.
    @inlinable
    public init?(_ text: some StringProtocol) {
        self.init(utf8: text.utf8)
    }

    /// Reads a decimal number from ASCII bytes (a `String.UTF8View`, an array, an `UnsafeRawBufferPointer`).
    ///
    /// One pass without allocation. Nil when the bytes are not a number or the number does not fit.
    @inlinable
    public init?(utf8 bytes: some Sequence<UInt8>) {
        var parser = ExactDecimalParser()
        for byte in bytes {
            guard parser.take(byte) else { return nil }
        }
        guard let value = parser.finish() else { return nil }
        self = value
    }

    /// The number as sent, with its trailing zeros: `1.00`, `-0.5`, `35`.
    public var description: String {
        let digits = String(significand.magnitude)
        guard storedScale > 0 else { return significand < 0 ? "-" + digits : digits }
        let missing = max(0, scale + 1 - digits.utf8.count)
        let padded = String(repeating: "0", count: missing) + digits
        let point = padded.utf8.index(padded.endIndex, offsetBy: -scale)
        return "\(significand < 0 ? "-" : "")\(padded[..<point]).\(padded[point...])"
    }
}

extension ExactDecimal: Codable {
    /// Reads the text form; numbers in JSON are refused because a reader may have passed them through binary.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = ExactDecimal(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a decimal: \(text)")
        }
        self = value
    }

    /// Writes the text form as sent.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
