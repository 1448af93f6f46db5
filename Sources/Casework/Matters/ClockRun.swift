package import Standards

/// One running of a clock: when it began, rested, was extended, ended. All of it follows from the history.
package struct ClockRun: Hashable, Sendable {
    /// The clock as the version in force on the day on which it began has it.
    package let terms: ProcedureClock
    /// The matter it comes from; nil for one that began here.
    package let origin: MatterID?
    /// The number of the entry that set it off.
    package let entry: Int
    /// When it was set off.
    package let started: Instant
    /// The day from which it counts.
    package let countsFrom: CivilDate
    /// Its case, where it has several lengths.
    package let variant: String?
    /// When it rested.
    package internal(set) var pauses: [ClockRest] = []
    /// Who approved which extension.
    package internal(set) var extensions: [GrantedExtension] = []
    /// The entries that ended it; one that was taken back no longer counts.
    var stops: [Stop] = []

    struct Stop: Hashable {
        let entry: Int
        let moment: Instant
    }

    /// When it ended; nil while it runs.
    package var stopped: Instant? { stops.first?.moment }

    /// The reasons for which it rests now.
    package var openGrounds: [String] { pauses.filter { $0.to == nil }.map(\.ground) }

    /// Its length with all extensions.
    package var length: PeriodLength {
        let base = terms.length(of: variant)
        return PeriodLength(extensions.reduce(base.amount) { $0 + $1.length.amount }, base.unit)
    }

    /// The last day as of a moment; a rest that lasts counts as if it ended then.
    package func deadline(_ calendar: WorkCalendar, now: Instant) -> Deadline {
        let today = (stopped ?? now).beijingDate
        switch terms.kind {
        case .before: return calendar.lastDay(length, before: countsFrom)
        case .yearly:
            let end = terms.monthAndDay?.next(from: countsFrom) ?? countsFrom
            return Deadline(
                day: end, earliest: end, skipped: [], unnoticedYears: [], moment: nil, length: length,
                from: countsFrom, roll: .none)
        case .limit, .wait: break
        }
        guard length.unit != .hours else {
            let end = stopped ?? now
            return calendar.deadline(
                hours: length.amount, from: started, pausedSeconds: ClockRun.seconds(of: pauses, until: end))
        }
        let paused = pauses.map { PausedDays(from: $0.from.beijingDate, to: $0.to?.beijingDate ?? today) }
        return calendar.deadline(of: length, from: countsFrom, roll: terms.roll, paused: paused)
    }

    /// The seconds that rests take together; times that overlap count once.
    private static func seconds(of pauses: [ClockRest], until end: Instant) -> Int64 {
        var (total, reached): (Int64, Instant?) = (0, nil)
        for pause in pauses.sorted(by: { $0.from < $1.from }) {
            let from = max(pause.from, reached ?? pause.from)
            let to = max(pause.to ?? end, from)
            total += from.seconds(until: to)
            reached = max(reached ?? to, to)
        }
        return total
    }

    /// As another matter takes it over.
    package func carried(from origin: MatterID?) -> CarriedClock {
        var clock = CarriedClock(
            clock: terms.name, origin: self.origin ?? origin, started: started, countsFrom: countsFrom)
        clock.variant = variant
        clock.pauses = pauses
        clock.extensions = extensions.count
        return clock
    }
}
