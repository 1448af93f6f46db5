/// Amounts discharged in an hour from concentration and flow, exact, in kilograms.
public enum EmissionRate {
    /// Nitrogen monoxide counted as dioxide: mg/m³ × 46/30.
    public static func nitrogenDioxide(fromMonoxide monoxide: Rational) -> Rational {
        // Safe: the divisor is a number written here.
        (try? monoxide * 46 / 30) ?? .zero
    }

    /// mg/m³ × m³/h × 10⁻⁶; the measured concentration, never the converted one.
    public static func kilograms(gas concentration: Rational, cubicMetres flow: Rational) -> Rational {
        concentration * flow * millionth
    }

    /// mg/L × m³/h × 10⁻³.
    public static func kilograms(water concentration: Rational, cubicMetres flow: Rational) -> Rational {
        concentration * flow * thousandth
    }

    private static let millionth = ExactDecimal(significand: 1, uncheckedScale: 6).rational
    private static let thousandth = ExactDecimal(significand: 1, uncheckedScale: 3).rational
}
