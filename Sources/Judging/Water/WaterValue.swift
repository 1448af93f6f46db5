import Standards

/// What one field of a water table says. Missing is not zero.
enum WaterValue {
    case missing
    case present(ExactDecimal)
    /// Below the detection limit given, which is above zero.
    case belowLimit(ExactDecimal)
    case negative
    case notANumber

    /// Reads a number, or a detection limit written `<0.01` or `0.01L`.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> WaterValue {
        guard let first = bytes.first, let last = bytes.last else { return .missing }
        if first == UInt8(ascii: "<") { return limit(bytes.dropFirst()) }
        if last == UInt8(ascii: "L") || last == UInt8(ascii: "l") { return limit(bytes.dropLast()) }
        guard let number = ExactDecimal(utf8: bytes) else { return .notANumber }
        return number.isNegative ? .negative : .present(number)
    }

    private static func limit(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> WaterValue {
        // A limit of zero would make a zero out of what was not found.
        guard let number = ExactDecimal(utf8: bytes), !number.isZero else { return .notANumber }
        return number.isNegative ? .negative : .belowLimit(number)
    }
}
