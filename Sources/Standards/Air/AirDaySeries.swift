import BigInt

/// The exact values of consecutive days, held as whole numbers of one unit where they fit.
///
/// A day mean over 20 to 24 hours is a fraction whose denominator divides 212,520, so means of all days are whole numbers
/// of `1 / (212,520 · 10^scale)`; eight-hour means over 6 to 8 hours likewise of `1 / (168 · 10^scale)`.
public struct AirDaySeries: Sendable {
    enum Storage: Sendable {
        /// Values as `numerators / unit`; a day without a valid value is `AirDaySeries.gap`. The sum of all of them fits.
        case scaled([Int64], unit: Int64)
        case exact([Rational?])
    }

    static let gap = Int64.min

    let storage: Storage

    init(_ storage: Storage) {
        self.storage = storage
    }

    /// How many days there are.
    public var count: Int {
        switch storage {
        case .scaled(let numerators, _): numerators.count
        case .exact(let days): days.count
        }
    }

    /// Whether the values are held as whole numbers.
    public var isScaled: Bool {
        if case .scaled = storage { true } else { false }
    }

    /// The exact value of a day, counted from 0; nil where it is not valid.
    public subscript(day: Int) -> Rational? {
        switch storage {
        case .scaled(let numerators, let unit):
            numerators[day] == Self.gap ? nil : Rational(.init(numerators[day]), over: .init(unit))
        case .exact(let days): days[day]
        }
    }

    /// The value of a day as published, rounded once, half to even.
    ///
    /// - Throws: `.scaleOutOfRange` for decimals outside 0 … 18, `.overflow` when the digits do not fit.
    public func rounded(_ day: Int, decimals: Int) throws(StandardsError) -> ExactDecimal? {
        switch storage {
        case .scaled(let numerators, let unit):
            let numerator = numerators[day]
            guard numerator != Self.gap else { return nil }
            return try Self.rounded(numerator, unit: unit, decimals: decimals)
        case .exact(let days): return try days[day]?.rounded(decimals: decimals)
        }
    }

    /// `numerator / unit` rounded half to even.
    static func rounded(_ numerator: Int64, unit: Int64, decimals: Int) throws(StandardsError) -> ExactDecimal {
        guard decimals >= 0, decimals <= ExactDecimal.maximumScale else {
            throw StandardsError(.scaleOutOfRange, subject: "decimals", value: "\(decimals)")
        }
        let (shifted, overflow) = numerator.multipliedReportingOverflow(by: PowerOfTen.int64[decimals])
        guard !overflow else {
            return try Rational(.init(numerator), over: .init(unit)).rounded(decimals: decimals)
        }
        let (quotient, remainder) = shifted.quotientAndRemainder(dividingBy: unit)
        // The remainder is smaller than the unit, so the difference cannot overflow where doubling could.
        let rest = unit.magnitude - remainder.magnitude
        let isUp = remainder.magnitude > rest || (remainder.magnitude == rest && quotient & 1 != 0)
        let digits = isUp ? (numerator < 0 ? quotient - 1 : quotient + 1) : quotient
        return ExactDecimal(significand: digits, uncheckedScale: UInt8(truncatingIfNeeded: decimals))
    }
}
