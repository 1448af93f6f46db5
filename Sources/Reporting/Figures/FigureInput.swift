package import Records
package import Standards

/// A row of a selection.
package struct FigureInput: Sendable, Hashable {
    package let id: InputID
    package let label: String
    /// Nil when the row says that there is none.
    package let value: Rational?
    package let weight: Rational
    /// The rule by which the value was judged; empty for none.
    package let rule: String

    package init(id: InputID, label: String, value: Rational?, weight: Rational, rule: String) {
        self.id = id
        self.label = label
        self.value = value
        self.weight = weight
        self.rule = rule
    }
}
