/// The alternative of GB 3838 for dissolved oxygen of class Ⅰ: a share of the saturation at the water temperature.
///
/// `DO_f = numerator / (offset + T)` in mg/L at sea level, T in °C; GB 3838-2002: 90 % of `468 / (31.6 + T)`.
public struct OxygenSaturation: Hashable, Sendable {
    /// The share of the saturation that is enough (0.9).
    public let share: Rational
    /// 468, mg/L · °C.
    public let numerator: Rational
    /// 31.6 °C.
    public let offset: Rational
    /// Whether the alternative is used where nobody says otherwise; the national platform does not.
    public let isUsed: Bool

    /// Makes the alternative.
    ///
    /// - Throws: `.invalidRule` unless all three numbers are above zero.
    public init(share: Rational, numerator: Rational, offset: Rational, isUsed: Bool) throws(StandardsError) {
        guard share > 0, numerator > 0, offset > 0 else {
            throw StandardsError(.invalidRule, subject: "oxygenSaturation", value: share.description)
        }
        self.share = share
        self.numerator = numerator
        self.offset = offset
        self.isUsed = isUsed
    }

    /// The saturated concentration at a temperature in °C, exact, in mg/L.
    ///
    /// - Throws: `.valueOutOfRange` for a temperature at which the formula has no meaning.
    public func concentration(at temperature: ExactDecimal) throws(StandardsError) -> Rational {
        let divisor = offset + Rational(temperature)
        guard divisor > 0 else {
            throw StandardsError(.valueOutOfRange, subject: WaterItem.temperature.rawValue, value: "\(temperature)")
        }
        return try numerator / divisor
    }

    /// Whether a concentration reaches the share of the saturation; never at a temperature without meaning.
    public func isMet(by oxygen: ExactDecimal, at temperature: ExactDecimal) -> Bool {
        let divisor = offset + Rational(temperature)
        return divisor > 0 && Rational(oxygen) * divisor >= share * numerator
    }
}
