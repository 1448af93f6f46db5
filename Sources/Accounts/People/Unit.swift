/// Where people work.
package struct Unit: Hashable, Sendable {
    package let id: String
    package let name: String
    package let kind: UnitKind
    /// The record that says so.
    package let record: Int64
}
