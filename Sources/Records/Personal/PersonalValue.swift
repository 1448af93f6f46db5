/// A fact about a person as it can be read now.
package enum PersonalValue: Hashable, Sendable {
    case text(String)
    /// Closed by the decision in a record: it is kept and not shown.
    case sealed(by: Int64)
    /// Erased by the decision in a record: the ledger's proof holds, the fact is gone.
    case erased(by: Int64)
    /// It should be there and is not: the store is damaged.
    case missing

    /// The fact; nil where it cannot be read.
    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
}
