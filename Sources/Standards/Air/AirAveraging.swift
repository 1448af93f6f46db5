/// The averaging to which a limit of GB 3095 applies.
public enum AirAveraging: String, CaseIterable, Hashable, Sendable, Codable {
    /// Mean of an hour.
    case hour
    /// Mean of the 24 hours of a day.
    case day
    /// Largest of the sliding eight-hour means of a day (MDA8).
    case mda8
    /// Mean of the day means of a year.
    case year
}
