/// What is known of one item for one period. Missing is not zero.
public enum AirValue: Hashable, Sendable {
    /// A measured concentration in `AirItem.unit`.
    case present(ExactDecimal)
    /// The item is monitored here but has no valid value ("NA", "—").
    case missing
    /// The item is not monitored here by plan ("/"); it does not affect the AQI (HJ 633-2026 5.3.2).
    case notMonitored

    /// The concentration, when there is one.
    public var concentration: ExactDecimal? {
        if case .present(let value) = self { value } else { nil }
    }
}

extension AirValue: CustomStringConvertible {
    /// The concentration, `NA` or `/`, as publications print it.
    public var description: String {
        switch self {
        case .present(let value): value.description
        case .missing: "NA"
        case .notMonitored: "/"
        }
    }
}
