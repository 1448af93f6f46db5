/// What is said of a source: values by field, in the form in which they are kept. An empty value takes the field's away.
package struct SourceDraft: Sendable, Hashable {
    package var values: [String: String]
    /// Facts about people, which stand beside the ledger.
    package var personal: [String: String]

    package init(values: [String: String] = [:], personal: [String: String] = [:]) {
        self.values = values
        self.personal = personal
    }

    package var isEmpty: Bool { values.isEmpty && personal.isEmpty }
}
