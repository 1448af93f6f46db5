/// A pollutant or quantity of an outlet, by the short name the rule files give it: `cod`, `nox`, `ph`.
///
/// Emission standards name more pollutants than code could list; names, units and HJ 212 codes are data.
public struct DischargeItem: RawRepresentable, Hashable, Comparable, Sendable {
    /// The short name.
    public let rawValue: String

    /// pH, which has a range, no multiple, and is averaged by its median.
    public static let ph = DischargeItem(rawValue: "ph")

    /// An item by its short name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Order by name.
    public static func < (left: DischargeItem, right: DischargeItem) -> Bool { left.rawValue < right.rawValue }
}
