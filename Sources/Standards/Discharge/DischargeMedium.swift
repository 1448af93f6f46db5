/// What an outlet discharges.
public enum DischargeMedium: String, Hashable, Sendable, CaseIterable {
    /// Waste gas; hours by minutes, concentrations at reference oxygen.
    case air
    /// Waste water; means weighted by flow.
    case water
}
