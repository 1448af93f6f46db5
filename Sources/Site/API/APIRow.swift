import Ledger

/// One element that the API answers.
struct APIRow: Sendable {
    /// Names it for ever, and is the cursor behind it.
    let id: String
    let values: [String: CanonicalValue]

    var canonical: CanonicalValue { .object(values.merging(["id": .string(id)]) { $1 }) }
}
