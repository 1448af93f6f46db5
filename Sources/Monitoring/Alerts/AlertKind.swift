/// What an alert is about.
package enum AlertKind: String, Sendable, CaseIterable {
    /// A value above a limit.
    case exceedance
    /// Values that rise hour after hour.
    case trend
    /// Nothing comes where something is due.
    case silence
    /// The instrument itself: its marks, its drift, values that stand still.
    case instrument
}
