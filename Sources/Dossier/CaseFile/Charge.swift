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
    /// Whether the conduct is continuous or goes on (连续或者继续): then a person always decides which law is applied.
    package var isContinuing = false
    /// The cases of fines that were chosen (`FineTier.when`), one of each provision that has several.
    package var tiers: [String] = []
    /// The amount by which the fine is measured (违法所得、总投资额), of a fixed fine the number of units in yuan; nil where none is.
    package var base: Money?
    /// Whether an order to correct was not followed (拒不改正).
    package var hasRefused = false
    /// Whether the case is serious (情节严重).
    package var isSerious = false
    /// Whether pollution or damage followed: the longer limitation.
    package var hasCausedHarm = false
    /// The day on which it was discovered; nil while nobody said.
    package var discovered: CivilDate?
    /// What was measured of what may make it a crime, by the metrics of `CrimeThresholds`.
    package var measured: [String: Rational] = [:]
    /// The record that states it as it is; 0 before.
    package var sequence: Int64 = 0
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
