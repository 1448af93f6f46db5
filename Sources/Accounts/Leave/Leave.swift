package import Standards

/// Days on which a person is away and another one stands in (A、B 岗).
package struct Leave: Hashable, Sendable {
    /// The id of who is away.
    package let person: String
    /// The id of who stands in.
    package let substitute: String
    /// Both included.
    package let days: ClosedRange<CivilDate>
    /// The record that says so.
    package let record: Int64
}
