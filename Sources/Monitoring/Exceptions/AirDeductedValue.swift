package import Standards
import Storage

/// What stands in the evaluation of a place's day in place of the measured value that an approved event took out.
package struct AirDeductedValue: Sendable, Hashable {
    package let place: AirPlace
    package let date: CivilDate
    package let item: AirItem
    /// Of the district the mean of the stations that are not out; nil where nothing is left.
    package let value: Rational?
    /// Stations that took part.
    package let used: Int
    package let expected: Int
    /// Whether it takes part in the evaluation.
    package let isValid: Bool
    /// What is said beside it: 剔除沙尘.
    package let word: String
    /// The record of the decision.
    package let sequence: Int64
}
