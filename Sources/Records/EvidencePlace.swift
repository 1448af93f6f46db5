package import Ledger

/// Where a value stands in raw bytes, so that anybody can look it up there.
package struct EvidencePlace: Hashable, Sendable {
    /// The name of the field: `a34004-Avg` of a packet, the head of a column of a file.
    package let field: String
    /// The digits as they were sent.
    package let text: String
    /// By how many powers of ten they are multiplied to reach the unit of the value.
    package let powerOfTen: Int

    package init(field: String, text: String, powerOfTen: Int = 0) {
        self.field = field
        self.text = text
        self.powerOfTen = powerOfTen
    }

    /// The form in bundles (Docs/formats/bundle.md).
    package var canonical: CanonicalValue {
        ["field": .string(field), "power": .integer(Int64(powerOfTen)), "text": .string(text)]
    }
}
