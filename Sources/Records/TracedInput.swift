import Storage

/// An input seen from above: what it is called, what it was worth.
package struct TracedInput: Hashable, Sendable {
    package let id: InputID
    /// What the reader sees: `D001A 11月21日 08时`.
    package let label: String
    /// The value as it took part; nil when missing, with the cause in `note`.
    package let value: String?
    /// Why it is missing or how it is marked.
    package let note: String

    package init(id: InputID, label: String, value: String?, note: String = "") {
        self.id = id
        self.label = label
        self.value = value
        self.note = note
    }
}
