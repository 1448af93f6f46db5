package import Accounts

/// A step of a procedure: who may take it from where, on what it rests, what it needs and what it does.
package struct ProcedureAction: Hashable, Sendable {
    /// Its name, unique in the procedure and shown on screen.
    package let name: String
    /// The states from which it may be taken.
    package let from: [String]
    /// The state it leads to; one of `from` for an act that leaves the matter where it is.
    package let to: String
    /// The posts that may take it; ids of `Catalog/accounts/roles.yaml`.
    package let roles: [String]
    /// What its person does in the matter, as far as others may not be done by the same one (`MatterSeparation`); nil for none.
    package let part: MatterPart?
    /// Whose act it is where somebody outside acts and a post enters it: 当事人, 公安机关.
    package let outside: String?
    /// Whether it leads back, so that what was done since counts as not done.
    package let isBack: Bool
    /// On what it rests.
    package let basis: [Ground]
    /// The facts its form asks for.
    package let form: [String]
    /// The documents it produces or needs.
    package let documents: [String]
    /// What must hold.
    package let guards: [Guard]
    /// What it does to clocks, in order.
    package let clocks: [ClockChange]
    /// The posts that sign before it is taken, in this order.
    package let countersigners: [String]
    /// Whether every unit that handles the matter together must have given its opinion.
    package let needsOpinions: Bool
    /// What else follows, in words.
    package let effects: [String]
    /// What it counts as in statistics.
    package let counts: [StatisticCount]

    /// Whether it leaves the matter where it is.
    package func stays(in state: String) -> Bool { to == state }
}
