package import Standards

/// A clock as of a moment: its end, what is left, where on the ladder it stands.
package struct RunningClock: Hashable, Sendable {
    /// How a clock stands.
    package enum Status: Hashable, Sendable {
        case running
        /// It rests, for these reasons.
        case paused([String])
        /// It ended, in time or not.
        case stopped(Instant, inTime: Bool)
    }

    /// Its running.
    package let run: ClockRun
    /// How it stands.
    package let status: Status
    /// The last day; while it rests, as if it went on today.
    package let deadline: Deadline
    /// What is left until the earliest possible end, in hours or days or workdays as the clock counts; negative behind it.
    package let left: Int
    /// The step of the ladder it has reached; nil while none, where it waits and where it has ended.
    package var step: LadderStep? { reached.last }
    /// That step and all below it, from the lowest up.
    package let reached: [LadderStep]
    /// Whether its last possible end has passed without what it was for.
    package let isOverdue: Bool

    init(_ run: ClockRun, ladder: Ladder?, calendar: WorkCalendar, now: Instant) {
        self.run = run
        let deadline = run.deadline(calendar, now: now)
        self.deadline = deadline
        let end = run.stopped ?? now
        let isPast = deadline.moment.map { end > $0 } ?? (end.beijingDate > deadline.day)
        let grounds = run.openGrounds
        status =
            run.stopped.map { .stopped($0, inTime: !isPast) } ?? (grounds.isEmpty ? .running : .paused(grounds))
        let left = Self.left(deadline, calendar, end)
        self.left = left
        let watches = run.stopped == nil && run.terms.kind != .wait
        isOverdue = watches && isPast
        guard watches, let ladder else {
            reached = []
            return
        }
        let today = end.beijingDate
        let workdaysLeft = calendar.workdays(after: today, through: deadline.earliest)
        reached = ladder.reached(
            left: left, whole: Self.whole(run, deadline),
            // A clock of hours has no days to warn in.
            workdaysLeft: deadline.moment == nil ? workdaysLeft : .max,
            workdaysOver: isPast ? calendar.workdays(after: deadline.day, through: today) : nil)
    }

    private static func left(_ deadline: Deadline, _ calendar: WorkCalendar, _ now: Instant) -> Int {
        if let moment = deadline.moment { return Int(now.seconds(until: moment) / 3_600) }
        let today = now.beijingDate
        guard deadline.length.unit == .working else { return today.days(until: deadline.earliest) }
        return today <= deadline.earliest
            ? calendar.workdays(after: today, through: deadline.earliest)
            : -calendar.workdays(after: deadline.earliest, through: today)
    }

    private static func whole(_ run: ClockRun, _ deadline: Deadline) -> Int {
        switch (run.terms.kind, run.length.unit) {
        case (.limit, .working), (.limit, .calendar), (.limit, .hours): run.length.amount
        // Counted back from an event, or to a day of the year: from its beginning on.
        case (.before, _), (.yearly, _): abs(run.started.beijingDate.days(until: deadline.day))
        default: abs(run.countsFrom.days(until: deadline.day))
        }
    }
}
