/// A place in a document where a person writes: what no record knows.
package struct PaperSlot: Sendable, Hashable {
    /// Its name in records, e.g. `leadership`.
    package let id: String
    package let title: String
    /// The post that writes it, by its id in `Catalog/accounts/roles.yaml`; nil where whoever drafts does.
    package let role: String?
    /// Whether the document may leave drafting without it.
    package let isOptional: Bool
    /// What belongs here, for whoever writes.
    package let hint: String
}
