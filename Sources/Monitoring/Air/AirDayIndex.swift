package import Standards
import Storage

/// A daily AQI as it stands.
package struct AirDayIndex: Sendable {
    package let place: AirPlace
    package let date: CivilDate
    /// Nil when it may not be published.
    package let aqi: Int?
    package let level: Int?
    /// The id of the rule of the day.
    package let rule: String
}
