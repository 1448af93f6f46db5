package import Standards
import Storage

/// A daily value as it stands.
package struct AirDayValue: Sendable {
    package let place: AirPlace
    package let date: CivilDate
    package let item: AirItem
    /// Exact; nil when nothing is there.
    package let value: Rational?
    /// Hours, windows or stations that took part.
    package let used: Int
    package let received: Int
    package let expected: Int
    package let isValid: Bool
    /// The id of the statistics rule.
    package let rule: String
}
