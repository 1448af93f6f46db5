import Standards

extension Rational {
    /// As many digits of an exact value as a reader can use.
    private static let greatestDecimals = 4

    /// The value as a decimal: exact where it has one of at most four digits, else rounded and marked with an ellipsis.
    var screenText: String {
        if let exact = exactDecimal, exact.scale <= Self.greatestDecimals { return exact.description }
        guard let rounded = try? rounded(decimals: Self.greatestDecimals) else { return description }
        return "\(rounded)…"
    }

    /// The value with so many decimals, half to even; the fraction where that cannot be.
    func text(decimals: Int) -> String { (try? rounded(decimals: decimals))?.description ?? description }

    /// A share as a percentage with one decimal, e.g. `98.6%`.
    var percentText: String {
        guard let hundred = try? Rational(numerator: 100, denominator: 1) else { return description }
        return (self * hundred).text(decimals: 1) + "%"
    }

    /// A share as a percentage with one decimal; nil when the whole is nothing.
    static func percentage(_ part: Int, of whole: Int) -> String? {
        guard whole > 0 else { return nil }
        return (try? Rational(numerator: part, denominator: whole))?.percentText
    }
}
