/// The limits of a zone in dB(A).
public struct NoiseLimit: Hashable, Sendable {
    /// By day.
    public let day: ExactDecimal
    /// By night.
    public let night: ExactDecimal

    /// Makes a pair of limits.
    public init(day: ExactDecimal, night: ExactDecimal) {
        self.day = day
        self.night = night
    }

    /// The limit of a part of the day.
    public subscript(period: NoisePeriod) -> ExactDecimal { period == .day ? day : night }

    /// Whether both are levels that can be, and the night is not louder than the day.
    var isUsable: Bool {
        EnergyMean.range.contains(day) && EnergyMean.range.contains(night) && night <= day
    }
}
