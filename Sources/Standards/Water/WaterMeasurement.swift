/// One measured value of an item at a section.
public enum WaterMeasurement: Hashable, Sendable {
    /// The value as measured.
    case measured(ExactDecimal)
    /// Not detected; the detection limit of the method (写作 0.01L).
    case belowLimit(ExactDecimal)
}
