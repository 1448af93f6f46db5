package import Standards

/// The hours of one point on one noise day: the day hours of a date and the night that begins on it.
package struct NoiseDay: Hashable, Sendable {
    /// The date, which is also that of the night that begins on it.
    package let date: CivilDate
    /// The zone the point stands in.
    package let zone: NoiseZone
    /// Leq of the 16 day hours in dB(A); nil where there is no valid value.
    package private(set) var day: [ExactDecimal?]
    /// Leq of the 8 night hours in dB(A); nil where there is no valid value.
    package private(set) var night: [ExactDecimal?]
    /// The largest Lmax of the night in dB(A); nil where none was given.
    package private(set) var nightMaximum: ExactDecimal?
    /// One bit an hour that was read, with a value or without.
    private var seen: UInt32 = 0

    /// A day without hours.
    package init(date: CivilDate, zone: NoiseZone) {
        self.date = date
        self.zone = zone
        day = Array(repeating: nil, count: NoisePeriod.day.hours)
        night = Array(repeating: nil, count: NoisePeriod.night.hours)
    }

    /// The hours of a part.
    package func hours(_ period: NoisePeriod) -> [ExactDecimal?] { period == .day ? day : night }

    /// Takes an hour; false, and nothing is taken, when it was there already.
    package mutating func take(_ place: NoisePeriods.Place, level: ExactDecimal?, maximum: ExactDecimal?) -> Bool {
        let bit = UInt32(1) << (place.period == .day ? place.index : NoisePeriod.day.hours + place.index)
        guard seen & bit == 0 else { return false }
        seen |= bit
        switch place.period {
        case .day: day[place.index] = level
        case .night:
            night[place.index] = level
            if let maximum { nightMaximum = max(maximum, nightMaximum ?? maximum) }
        }
        return true
    }
}
