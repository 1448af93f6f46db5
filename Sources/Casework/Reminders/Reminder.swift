package import Standards

/// That a clock of a matter has reached a step of its ladder: those whom the step names are told, once.
///
/// Which reminders are due follows from the history and the moment alone; what is on record is that they were given.
package struct Reminder: Hashable, Sendable {
    /// What makes two reminders the same one: an extension makes a clock warn anew, a rest or a sending back does not.
    package struct Key: Hashable, Sendable {
        package let clock: String
        /// The entry that set the clock off.
        package let entry: Int
        /// How many extensions it had.
        package let extensions: Int
        /// The step of the ladder.
        package let step: String

        package init(clock: String, entry: Int, extensions: Int, step: String) {
            self.clock = clock
            self.entry = entry
            self.extensions = extensions
            self.step = step
        }
    }

    package let key: Key
    /// The last day that is certain, as the ladder warns by it.
    package let deadline: CivilDate
    /// Its moment, of a clock of hours.
    package let moment: Instant?
    /// Whether days off of the deadline's year are not known yet (暂定).
    package let isProvisional: Bool
    /// Who is told, in the words of the ladder: 承办人, 科室负责人.
    package let recipients: [String]
}

extension Matter {
    /// The reminders due now, given or not, in the order of its clocks. A clock that rests reminds nobody.
    package var reminders: [Reminder] {
        guard mergedInto == nil else { return [] }
        return clocks.flatMap { clock -> [Reminder] in
            guard clock.status == .running else { return [] }
            let extensions = clock.run.extensions.count
            return clock.reached.map { step in
                Reminder(
                    key: Reminder.Key(
                        clock: clock.run.terms.name, entry: clock.run.entry, extensions: extensions, step: step.name),
                    deadline: clock.deadline.earliest, moment: clock.deadline.moment,
                    isProvisional: !clock.deadline.unnoticedYears.isEmpty, recipients: step.recipients)
            }
        }
    }
}
