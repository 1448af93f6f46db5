package import Law
package import Standards

/// One violation held against the party (案由), with the days of the conduct, from which follows the law that is applied.
package struct Charge: Hashable, Sendable {
    /// The id of the charge: unique in the matter, minted when it is first stated.
    package let id: String
    /// The code of the violation (`WAT-01`), see `ViolationBook`.
    package var violation: String
    package var conduct: Conduct
    /// What was done, in the officer's words.
    package var facts: String
    /// Which law was chosen where two compete, and why: by the legal section; nil where only one applies or nobody decided yet.
    package var choice: LawDecision?

    /// The law that the legal section chose.
    package struct LawDecision: Hashable, Sendable {
        /// The first day of the provision that is applied.
        package let provision: CivilDate
        package let reason: String
        /// The id of the person.
        package let person: String

        package init(provision: CivilDate, reason: String, person: String) {
            self.provision = provision
            self.reason = reason
            self.person = person
        }
    }

    package init(id: String, violation: String, conduct: Conduct, facts: String) {
        self.id = id
        self.violation = violation
        self.conduct = conduct
        self.facts = facts
    }
}
