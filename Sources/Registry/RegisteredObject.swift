package import Ledger

/// One thing the bureau watches, as the registry holds it now.
package struct RegisteredObject: Sendable, Hashable {
    package let id: String
    package let kind: ObjectKind
    package let name: String
    /// The fields of its kind; decimals as text.
    package let fields: CanonicalValue
    /// The record that says so.
    package let sequence: Int64

    package init(id: String, kind: ObjectKind, name: String, fields: CanonicalValue, sequence: Int64) {
        self.id = id
        self.kind = kind
        self.name = name
        self.fields = fields
        self.sequence = sequence
    }

    /// A text field, empty when absent.
    package func text(_ field: String) -> String { fields[field]?.text ?? "" }

    /// A yes/no field, no when absent.
    package func flag(_ field: String) -> Bool { fields[field]?.bool ?? false }

    /// A coordinate for drawing, from its decimal text.
    package func coordinate(_ field: String) -> Double? { Double(text(field)) }
}
