package import Standards

/// Counting of periods. The day from which one is counted is never counted itself.
extension WorkCalendar {
    /// The last day of a period.
    ///
    /// - Parameters:
    ///   - length: of hours only through `deadline(hours:from:)`; here they count as the day they end on, from midnight.
    ///   - from: the day of the event, not counted.
    ///   - roll: what a day off at the end does to periods of days, months and years.
    ///   - paused: days that do not count; they may overlap.
    /// - Complexity: O(n) in days of the period.
    package func deadline(
        of length: PeriodLength, from: CivilDate, roll: Roll, paused: [PausedDays] = []
    ) -> Deadline {
        let found =
            length.unit == .working
            ? countWorkdays(length.amount, from, paused) : countDays(length, from, roll, paused)
        return Deadline(
            day: found.day, earliest: min(found.earliest, found.day), skipped: found.skipped,
            unnoticedYears: found.years.sorted(), moment: nil, length: length, from: from, roll: roll)
    }

    /// The moment at which a period of hours ends, and its day.
    package func deadline(hours: Int, from: Instant, pausedSeconds: Int64 = 0) -> Deadline {
        let moment = Instant(secondsSince1970: from.secondsSince1970 + Int64(hours) * 3_600 + pausedSeconds)
        return Deadline(
            day: moment.beijingDate, earliest: moment.beijingDate, skipped: [], unnoticedYears: [], moment: moment,
            length: PeriodLength(hours, .hours), from: from.beijingDate, roll: .none)
    }

    /// The last day on which something is done in time that must be done a period before an event, whose day is not counted.
    ///
    /// A day off at the end is not moved: whoever wants to be safe acts on the workday before, which is `earliest`.
    package func lastDay(_ length: PeriodLength, before event: CivilDate) -> Deadline {
        var day = event
        var skipped: [CivilDate] = []
        var unnoticed: Set<Int> = []
        switch length.unit {
        case .working:
            var left = length.amount
            while left > 0, day > .first {
                day = day.adding(days: -1)
                if !isNoticed(day) { unnoticed.insert(day.year) }
                if isWorkday(day) { left -= 1 } else { skipped.append(day) }
            }
        case .calendar: day = event.adding(days: -length.amount)
        case .months: day = event.adding(months: -length.amount)
        case .years: day = event.adding(years: -length.amount)
        case .hours: day = event.adding(days: -((length.amount + 23) / 24))
        }
        var safe = day
        while !isWorkday(safe), safe > .first { safe = safe.adding(days: -1) }
        return Deadline(
            day: day, earliest: safe, skipped: skipped.reversed(), unnoticedYears: unnoticed.sorted(), moment: nil,
            length: length, from: event, roll: .none)
    }

    private typealias Found = (day: CivilDate, earliest: CivilDate, skipped: [CivilDate], years: Set<Int>)

    private func countWorkdays(_ amount: Int, _ from: CivilDate, _ paused: [PausedDays]) -> Found {
        var (day, left) = (from, amount)
        var skipped: [CivilDate] = []
        var unnoticed: Set<Int> = []
        var early = EarlyCount(left: amount, makeUpDays: mostMakeUpDays)
        while left > 0, day < .last {
            day = day.adding(days: 1)
            if paused.contains(where: { $0.contains(day) }) { continue }
            if !isNoticed(day) { unnoticed.insert(day.year) }
            early.count(day, isWorkday: isWorkday(day), isNoticed: isNoticed(day))
            if isWorkday(day) { left -= 1 } else { skipped.append(day) }
        }
        return (day, early.end ?? day, skipped, unnoticed)
    }

    private func countDays(
        _ length: PeriodLength, _ from: CivilDate, _ roll: Roll, _ paused: [PausedDays]
    ) -> Found {
        let nominal = nominalEnd(of: length, from, paused)
        guard roll != .none else { return (nominal, nominal, [], []) }
        var day = nominal
        var skipped: [CivilDate] = []
        var unnoticed: Set<Int> = []
        var earliest: CivilDate?
        while true {
            if !isNoticed(day) {
                unnoticed.insert(day.year)
                // A weekend there may be made a workday, which would end the period.
                earliest = earliest ?? day
            }
            if isWorkday(day) || day == .last { break }
            skipped.append(day)
            day = day.adding(days: 1)
        }
        return (day, roll == .unknown ? nominal : earliest ?? day, skipped, unnoticed)
    }

    /// The end by the rule of the unit alone; paused days move it on by as many as lie in the period.
    private func nominalEnd(of length: PeriodLength, _ from: CivilDate, _ paused: [PausedDays]) -> CivilDate {
        var end: CivilDate
        switch length.unit {
        case .months: end = from.adding(months: length.amount)
        case .years: end = from.adding(years: length.amount)
        case .hours: end = from.adding(days: length.amount / 24)
        case .calendar, .working: end = from.adding(days: length.amount)
        }
        guard !paused.isEmpty else { return end }
        var day = from
        while day < end, day < .last {
            day = day.adding(days: 1)
            if paused.contains(where: { $0.contains(day) }) { end = end.adding(days: 1) }
        }
        return end
    }
}
