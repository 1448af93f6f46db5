/// Somebody who acts in the system. Name and telephone are facts about a person and stand beside the ledger.
package struct Person: Hashable, Sendable {
    package let id: String
    /// The id of the unit.
    package let unit: String
    /// 岗位 or 职务, as printed.
    package let post: String
    package let certificates: [Certificate]
    /// The record that says so; it holds the commitments of name and telephone.
    package let record: Int64
    /// Nil where it was erased or sealed.
    package let name: String?
    /// Nil where it was erased, sealed or never given.
    package let phone: String?

    /// The name, or words that say why it is not shown.
    package var displayName: String { name ?? "（姓名已封存）" }
}
