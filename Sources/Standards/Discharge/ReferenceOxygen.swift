/// Conversion of flue-gas concentrations to the reference oxygen content of the emission standard (折算浓度).
public enum ReferenceOxygen {
    /// Oxygen in air as the emission standards count it, in percent by volume.
    public static let ofAir: Rational = 21
    /// The smallest difference between air and flue gas, in percent: at or below it the measured gas is nearly air and
    /// the quotient says nothing.
    public static let smallestDifference: Rational = 1

    /// `C × (21 − O2ref) / (21 − O2)`, exact; nil when 21 − O2 is 1 or less, or the oxygen is below zero.
    ///
    /// - Parameters:
    ///   - concentration: measured, dry, in mg/m³.
    ///   - oxygen: measured in the same hour, dry, in percent.
    ///   - reference: of the emission standard or permit, in percent.
    public static func converted(_ concentration: Rational, oxygen: Rational, reference: Rational) -> Rational? {
        let difference = ofAir - oxygen
        guard !oxygen.isNegative, difference > smallestDifference else { return nil }
        return try? concentration * (ofAir - reference) / difference
    }
}
