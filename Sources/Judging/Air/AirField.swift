import Standards

/// A concentration as the tables write it, read from bytes: a `String` a field would cost more than judging the row.
enum AirField {
    /// A number that is not negative, an empty field (missing) or `/` (not monitored); nil for anything else.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> AirValue? {
        if bytes.isEmpty { return .missing }
        if bytes.count == 1, bytes[0] == UInt8(ascii: "/") { return .notMonitored }
        guard let number = ExactDecimal(utf8: bytes), !number.isNegative else { return nil }
        return .present(number)
    }
}
