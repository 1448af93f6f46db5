package import Standards

/// Automatic checks of outlets.
package enum OutletChecks {
    /// Hours without data from which an outlet counts as silent: a shift-working plant may rest for a night.
    package static let silentHours = 12
    /// How far back the last hour is looked for; what has been silent longer is said to be silent at least so long.
    package static let greatestLookBackHours = 72

    /// For how many whole hours an outlet has been silent, when that is long enough to be said.
    ///
    /// - Parameters:
    ///   - lastStart: the start of its last hour within the look-back; nil when there was none.
    ///   - end: the moment from which one looks back.
    /// - Returns: nil when it is not silent.
    package static func silence(lastStart: Instant?, end: Instant) -> Int? {
        guard let lastStart else { return greatestLookBackHours }
        let hours = Int(lastStart.adding(seconds: 3_600).seconds(until: end) / 3_600)
        return hours >= silentHours ? min(hours, greatestLookBackHours) : nil
    }
}
