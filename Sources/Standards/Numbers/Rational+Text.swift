import BigInt

extension Rational: LosslessStringConvertible {
    /// Reads `num/den`, a whole number, or a decimal (`-7/3`, `12`, `0.35`).
    ///
    /// Nil for anything else, for a zero denominator and for more than 10,000 characters.
    public init?(_ text: String) {
        // A bound on what is read: digits are converted in quadratic time.
        guard text.utf8.count <= 10_000 else { return nil }
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let numerator = Rational.integer(parts[0]), let denominator = Rational.integer(parts[1]),
                !denominator.isZero
            else { return nil }
            self.init(numerator, over: denominator)
        } else if let integer = Rational.integer(parts[0]) {
            self.init(integer)
        } else if let decimal = ExactDecimal(text) {
            self.init(decimal)
        } else {
            return nil
        }
    }

    /// `num/den`, or a plain whole number when the denominator is 1.
    public var description: String {
        isInteger ? String(numerator) : "\(String(numerator))/\(String(denominator))"
    }

    /// A signed run of ASCII digits; `BigInt` alone would also take letters of larger bases and empty text.
    private static func integer(_ text: Substring) -> BigInt? {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.dropFirst() : text
        let zero = UInt8(ascii: "0")
        guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= zero && $0 < zero + 10 }) else { return nil }
        return BigInt(String(text))
    }
}

extension Rational: Codable {
    /// Reads the text form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Rational(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a fraction: \(text)")
        }
        self = value
    }

    /// Writes the text form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
