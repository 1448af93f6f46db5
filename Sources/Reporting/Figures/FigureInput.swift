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
}
