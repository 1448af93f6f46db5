extension Instant: LosslessStringConvertible {
    /// Reads ISO 8601 with an offset: `2026-03-01T01:00:00+08:00`, without seconds, or with `Z`.
    ///
    /// Nil without an offset (a time of unknown zone is no moment), for fractions of a second and for leap seconds.
    public init?(_ text: String) {
        var reader = DigitReader(text.utf8)
        guard let date = reader.date(), reader.take("T"), let hour = reader.digits(2), reader.take(":"),
            let minute = reader.digits(2), hour < 24, minute < 60
        else { return nil }
        var second = 0
        if reader.take(":") {
            guard let value = reader.digits(2), value < 60 else { return nil }
            second = value
        }
        guard let offset = Instant.offset(&reader), reader.isAtEnd else { return nil }
        let utc = Instant(beijing: date, hour: hour, minute: minute, second: second)
        self.init(secondsSince1970: utc.secondsSince1970 + Instant.beijingOffsetSeconds - offset)
    }

    /// ISO 8601 in Beijing time: `2026-03-01T01:00:00+08:00`.
    public var description: String {
        let hour = DigitReader.padded(beijingHour, 2)
        let minute = DigitReader.padded(beijingMinute, 2)
        let second = DigitReader.padded(beijingSecond, 2)
        return "\(beijingDate)T\(hour):\(minute):\(second)+08:00"
    }

    /// `Z` or `±hh:mm` in seconds.
    private static func offset(_ reader: inout DigitReader) -> Int64? {
        if reader.take("Z") { return 0 }
        let isWest = reader.take("-")
        guard isWest || reader.take("+"), let hours = reader.digits(2), reader.take(":"),
            let minutes = reader.digits(2), hours < 24, minutes < 60
        else { return nil }
        let seconds = Int64(hours * 3_600 + minutes * 60)
        return isWest ? -seconds : seconds
    }
}

extension Instant: Codable {
    /// Reads ISO 8601 with an offset.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Instant(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a moment: \(text)")
        }
        self = value
    }

    /// Writes ISO 8601 in Beijing time.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
