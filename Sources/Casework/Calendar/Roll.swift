/// Whether a period that would end on a day off ends on the next workday.
///
/// Says nothing to periods of workdays, which never end on a day off, and of hours.
package enum Roll: String, CaseIterable, Codable, Sendable {
    /// It does (民法典第203条): filing and duty periods.
    case forward
    /// It does not: sealing, seizure and every measure that restricts a party.
    case none
    /// The law is silent and authorities differ: both days are shown, the earlier is warned on.
    case unknown
}
