/// Numbers of exchanges for the messages of one sender: `YYYYMMDDhhmmsszzz`, Beijing time with milliseconds.
///
/// The number identifies an exchange, so it must not repeat; two messages within a millisecond, or after the clock was set
/// back, get numbers that go on from the last one.
public struct QNSequence: Sendable {
    private var last = Int64.min

    /// A sequence that has given no number yet.
    public init() {}

    /// A sequence that goes on after a number given before, for instance before a restart; nil when it is none of ours.
    public init?(after number: String) {
        let digits = Array(number.utf8)
        guard digits.count == 17, let time = DataTime(digits: digits), let rest = ASCII.decimalValue(digits.suffix(3))
        else { return nil }
        last = time.unixSeconds * 1000 + Int64(rest)
    }

    /// The next number.
    /// - Parameter unixMilliseconds: the present time, in milliseconds since 1970-01-01 00:00 UTC.
    /// - Returns: 17 digits; nil outside the years 1–9999.
    public mutating func next(unixMilliseconds: Int64) -> String? {
        let milliseconds = max(unixMilliseconds, last == .min ? .min : last + 1)
        var seconds = milliseconds / 1000
        var rest = milliseconds % 1000
        if rest < 0 {
            rest += 1000
            seconds -= 1
        }
        guard let time = DataTime(unixSeconds: seconds) else { return nil }
        last = milliseconds
        let digits = String(rest)
        return time.text + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
