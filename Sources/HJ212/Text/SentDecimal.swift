/// A number as it was sent: `units` × 10^-`scale`, exactly, with the zeros that were written (`40.10` is 4010 and 2).
public struct SentDecimal: Sendable, Hashable {
    /// All digits as one number.
    public let units: Int64
    /// Digits behind the point; negative for an exponent that reaches beyond it.
    public let scale: Int

    /// A number of so many units.
    public init(units: Int64, scale: Int) {
        self.units = units
        self.scale = scale
    }

    /// What a device of 2025 sends for a converted value that cannot be computed: 9999.99. It is no value.
    public var isUncomputable: Bool { units == 999_999 && scale == 2 }

    /// Digits that are read; the standard's `N14.2` has sixteen.
    private static let mostDigits = 18
    private static let mostExponent = 30

    /// The number that a text stands for; nil for what is none and for more than 18 digits.
    init?(_ text: FieldText) {
        guard text.isNumber else { return nil }
        var units: Int64 = 0
        var scale = 0
        var digits = 0
        var isNegative = false
        var isFraction = false
        var rest = text.bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "+"): break
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                let isDown = rest.first == UInt8(ascii: "-")
                if let first = rest.first, !ASCII.isDigit(first) { rest.removeFirst() }
                guard let exponent = ASCII.decimalValue(rest), exponent <= Self.mostExponent else { return nil }
                scale -= isDown ? -exponent : exponent
                rest = []
            default:
                if digits > 0 || byte != ASCII.zero { digits += 1 }
                guard digits <= Self.mostDigits, scale < Self.mostDigits else { return nil }
                units = units * 10 + Int64(byte & 0x0F)
                if isFraction { scale += 1 }
            }
        }
        self.init(units: isNegative ? -units : units, scale: scale)
    }
}

extension FieldText {
    /// The number that the text stands for; nil for no text, `-`, `NaN`, `null`, a number with its unit and the like. Those
    /// are missing values, never zero.
    public var decimal: SentDecimal? { SentDecimal(self) }
}
