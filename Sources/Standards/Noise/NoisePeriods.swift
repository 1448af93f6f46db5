/// When the night begins in a place; it lasts eight hours (生态环境法典 art. 572), and the rest is day.
///
/// A noise day has 24 hours in two pieces: the day hours of a date and the night that begins on that date. With the
/// night from 22:00 to 06:00 the hours from 00:00 to 06:00 belong to the date before.
public struct NoisePeriods: Hashable, Sendable {
    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The hour on the clock at which the night begins, 0 … 23.
    public let nightFrom: Int

    /// Where an hour belongs.
    public struct Place: Hashable, Sendable {
        /// The date whose noise day it is.
        public let date: CivilDate
        /// Day or night.
        public let period: NoisePeriod
        /// The how-manieth hour of that day or night, from 0.
        public let index: Int

        /// Names a place.
        public init(date: CivilDate, period: NoisePeriod, index: Int) {
            self.date = date
            self.period = period
            self.index = index
        }
    }

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for an hour outside 0 … 23.
    public init(id: String, title: String, nightFrom: Int) throws(StandardsError) {
        guard (0..<24).contains(nightFrom) else {
            throw StandardsError(.invalidRule, subject: "night_from", value: "\(nightFrom)")
        }
        self.id = id
        self.title = title
        self.nightFrom = nightFrom
    }

    /// The hour on the clock at which the day begins.
    public var dayFrom: Int { (nightFrom + NoisePeriod.night.hours) % 24 }

    /// Where the hour that starts at `hour` o'clock (0 … 23) of a date belongs; the night belongs to the date on which
    /// it begins.
    public func place(of date: CivilDate, hour: Int) -> Place {
        let intoNight = (hour - nightFrom + 24) % 24
        if intoNight < NoisePeriod.night.hours {
            return Place(date: hour >= nightFrom ? date : date.adding(days: -1), period: .night, index: intoNight)
        }
        return Place(date: date, period: .day, index: (hour - dayFrom + 24) % 24)
    }
}
