package import Standards

/// One entry of a matter's history, as a record holds it. Entries are appended, never changed.
package struct MatterEntry: Hashable, Sendable {
    /// Its place in the history, from 1 without gaps.
    package let number: Int
    /// When it was put on record.
    package let recorded: Instant
    /// When it happened.
    package let happened: Instant
    /// Who did it.
    package let person: String
    /// The post in which it was done.
    package let role: String
    /// The unit of that person.
    package let unit: String
    /// For whom, where the person acted for another.
    package let onBehalfOf: String?
    /// Why it was entered later than it happened; nil where it was not.
    package let backfill: Backfill?
    /// What happened.
    package let act: MatterAct

    /// Makes an entry; `ProcedureEngine.admit` does so after it has judged the attempt.
    package init(
        number: Int, recorded: Instant, happened: Instant, person: String, role: String, unit: String,
        onBehalfOf: String?, backfill: Backfill?, act: MatterAct
    ) {
        self.number = number
        self.recorded = recorded
        self.happened = happened
        self.person = person
        self.role = role
        self.unit = unit
        self.onBehalfOf = onBehalfOf
        self.backfill = backfill
        self.act = act
    }

    /// The day on which it happened.
    package var day: CivilDate { happened.beijingDate }
}
