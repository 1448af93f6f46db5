/// What a clock is for.
package enum ClockKind: String, CaseIterable, Sendable {
    /// Something must be done by its end.
    case limit
    /// Something may be done only after its end: time for a statement, for objections.
    case wait
    /// Something must be done this long before an event whose day is stated.
    case before
    /// Something must be done by a day of the year.
    case yearly
}
