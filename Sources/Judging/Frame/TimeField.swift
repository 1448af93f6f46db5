import Standards

/// A moment as the tables write it, read from bytes: a `String` a row would cost more than judging the row.
enum TimeField {
    /// What a field says.
    enum Reading: Equatable {
        case moment(Instant)
        /// A time, but of unknown zone and so no moment.
        case withoutOffset
        case unreadable
    }

    /// Reads `YYYY-MM-DDThh:mm[:ss]` with `+08:00`, another offset or `Z`; 24:00 is the end of the day.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
        guard bytes.count >= 16, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":")
        else { return .unreadable }
        guard let century = pair(bytes, 0), let yearOfCentury = pair(bytes, 2), let month = pair(bytes, 5),
            let day = pair(bytes, 8), let hour = pair(bytes, 11), let minute = pair(bytes, 14),
            let date = CivilDate(year: century * 100 + yearOfCentury, month: month, day: day)
        else { return .unreadable }
        var second = 0
        var position = 16
        if bytes.count > position, bytes[position] == UInt8(ascii: ":") {
            guard let value = pair(bytes, position + 1) else { return .unreadable }
            second = value
            position += 3
        }
        guard hour <= 24, minute < 60, second < 60, hour < 24 || minute + second == 0 else { return .unreadable }
        guard position < bytes.count else { return .withoutOffset }
        guard let offset = offset(bytes, position) else { return .unreadable }
        let beijing = Instant(beijing: date, hour: hour, minute: minute, second: second)
        return .moment(beijing.adding(seconds: Int(Instant.beijingOffsetSeconds) - offset))
    }

    /// Reads a day, `YYYY-MM-DD`.
    static func readDay(_ bytes: UnsafeBufferPointer<UInt8>) -> CivilDate? {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let century = pair(bytes, 0), let yearOfCentury = pair(bytes, 2), let month = pair(bytes, 5),
            let day = pair(bytes, 8)
        else { return nil }
        return CivilDate(year: century * 100 + yearOfCentury, month: month, day: day)
    }

    /// Two digits.
    private static func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int? {
        guard position + 1 < bytes.count else { return nil }
        let tens = bytes[position] &- UInt8(ascii: "0")
        let ones = bytes[position + 1] &- UInt8(ascii: "0")
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }

    /// `Z` or `±hh:mm`, which must end the field, in seconds.
    private static func offset(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int? {
        let sign = bytes[position]
        if sign == UInt8(ascii: "Z") { return bytes.count == position + 1 ? 0 : nil }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), bytes.count == position + 6,
            bytes[position + 3] == UInt8(ascii: ":"), let hours = pair(bytes, position + 1), hours < 24,
            let minutes = pair(bytes, position + 4), minutes < 60
        else { return nil }
        let seconds = hours * 3_600 + minutes * 60
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }
}
