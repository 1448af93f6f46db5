/// Reads one decimal number byte by byte.
///
/// Phases: start → integer digits → fraction digits → exponent sign → exponent digits; every other byte is refused.
@usableFromInline
struct ExactDecimalParser {
    @usableFromInline
    enum Phase { case start, integer, fraction, exponentSign, exponentStart, exponent }

    @usableFromInline var phase = Phase.start
    @usableFromInline var isNegative = false
    @usableFromInline var magnitude: UInt64 = 0
    @usableFromInline var digits = 0
    @usableFromInline var fractionDigits = 0
    @usableFromInline var exponentIsNegative = false
    @usableFromInline var exponent = 0

    @usableFromInline
    init() {}

    /// Takes the next byte; false when no number can contain it here or the digits no longer fit.
    @inlinable
    mutating func take(_ byte: UInt8) -> Bool {
        let digit = byte &- UInt8(ascii: "0")
        if digit < 10 { return takeDigit(digit) }
        switch (byte, phase) {
        case (UInt8(ascii: "+"), .start), (UInt8(ascii: "-"), .start):
            isNegative = byte == UInt8(ascii: "-")
            phase = .integer
        case (UInt8(ascii: "."), .start), (UInt8(ascii: "."), .integer):
            phase = .fraction
        case (UInt8(ascii: "e"), .integer), (UInt8(ascii: "E"), .integer),
            (UInt8(ascii: "e"), .fraction), (UInt8(ascii: "E"), .fraction):
            guard digits > 0 else { return false }
            phase = .exponentSign
        case (UInt8(ascii: "+"), .exponentSign), (UInt8(ascii: "-"), .exponentSign):
            exponentIsNegative = byte == UInt8(ascii: "-")
            phase = .exponentStart
        default:
            return false
        }
        return true
    }

    @inlinable
    mutating func takeDigit(_ digit: UInt8) -> Bool {
        switch phase {
        case .start, .integer, .fraction:
            if phase == .start { phase = .integer }
            if phase == .fraction { fractionDigits += 1 }
            digits += 1
            let (tenfold, tooLarge) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, carried) = tenfold.addingReportingOverflow(UInt64(digit))
            magnitude = sum
            return !tooLarge && !carried
        case .exponentSign, .exponentStart, .exponent:
            phase = .exponent
            exponent = exponent * 10 + Int(digit)
            // Far beyond any scale: stop before a long run of digits could overflow the counter.
            return exponent < 1_000
        }
    }

    /// The number read, nil when it is incomplete or does not fit.
    @usableFromInline
    func finish() -> ExactDecimal? {
        guard digits > 0, phase != .exponentSign, phase != .exponentStart else { return nil }
        let bound = isNegative ? UInt64(Int64.max) + 1 : UInt64(Int64.max)
        guard magnitude <= bound else { return nil }
        let significand = isNegative ? 0 &- Int64(bitPattern: magnitude) : Int64(bitPattern: magnitude)
        let scale = fractionDigits - (exponentIsNegative ? -exponent : exponent)
        if scale >= 0 { return ExactDecimal(significand: significand, scale: scale) }
        if significand == 0 { return .zero }
        guard -scale <= ExactDecimal.maximumScale else { return nil }
        let (product, overflow) = significand.multipliedReportingOverflow(by: PowerOfTen.int64[-scale])
        return overflow ? nil : ExactDecimal(significand: product, uncheckedScale: 0)
    }
}
