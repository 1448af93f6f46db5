extension CivilDate: LosslessStringConvertible {
    /// Reads `YYYY-MM-DD`; nil for any other form and for days that do not exist.
    public init?(_ text: String) {
        var reader = DigitReader(text.utf8)
        guard let date = reader.date(), reader.isAtEnd else { return nil }
        self = date
    }

    /// `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = civil
        return "\(DigitReader.padded(year, 4))-\(DigitReader.padded(month, 2))-\(DigitReader.padded(day, 2))"
    }
}

extension CivilDate: Codable {
    /// Reads `YYYY-MM-DD`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = CivilDate(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date: \(text)")
        }
        self = value
    }

    /// Writes `YYYY-MM-DD`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
