import Standards

extension Rational {
    /// Decimals of an exact value that a reader follows by hand; beyond them it is written rounded.
    private static let greatestDecimals = 4

    /// The exact value as a person checks it: `70`, `1048/25 = 41.92`, `452/9 ≈ 50.2222`.
    package var written: String {
        if isInteger { return description }
        if let decimal = exactDecimal, decimal.scale <= Self.greatestDecimals { return "\(self) = \(decimal)" }
        guard let rounded = try? rounded(decimals: Self.greatestDecimals) else { return description }
        return "\(self) ≈ \(rounded)"
    }

    /// The value as a decimal: exact where it is short, else rounded and marked: `41.92`, `≈ 50.2222`.
    package var shortText: String {
        if let decimal = exactDecimal, decimal.scale <= Self.greatestDecimals { return decimal.description }
        return (try? rounded(decimals: Self.greatestDecimals)).map { "≈ \($0)" } ?? description
    }
}
