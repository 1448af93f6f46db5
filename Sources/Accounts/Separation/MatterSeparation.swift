/// Which things in one matter must be done by different people: a rule of the catalog (`Catalog/accounts/separation.yaml`).
package struct MatterSeparation: Hashable, Sendable {
    /// Two parts that nobody takes both.
    package struct Pair: Hashable, Sendable {
        package let one: MatterPart
        package let other: MatterPart
        package let ground: String
    }

    package let pairs: [Pair]

    package init(_ pairs: [Pair]) { self.pairs = pairs }

    /// The first reason why a part may not be taken; nil when there is none. Nothing is asked but what is given.
    ///
    /// - Parameters:
    ///   - part: what is wanted.
    ///   - people: the ids of who acts: one, or who stands in and who is away – each of them counts.
    ///   - taken: who took which part in this matter so far, likewise with both ids where somebody stood in.
    package func conflict(
        taking part: MatterPart, by people: Set<String>, after taken: [MatterPart: Set<String>]
    ) -> MatterConflict? {
        for pair in pairs {
            let other: MatterPart
            if pair.one == part {
                other = pair.other
            } else if pair.other == part {
                other = pair.one
            } else {
                continue
            }
            if let person = people.intersection(taken[other] ?? []).min() {
                return MatterConflict(person: person, done: other, wanted: part, ground: pair.ground)
            }
        }
        return nil
    }
}
